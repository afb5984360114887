export type Severity = 'ok' | 'warning' | 'error'

/** One result of a check. */
export interface Finding {
  severity: Severity
  /** What was found, without secrets. */
  message: string
  /** The command or the console path that fixes it; absent where nothing needs fixing. */
  fix?: string
}

/** Checks of one topic. An empty result means that there is nothing to report. */
export interface Check {
  topic: string
  /** It reads everything that is stored, so it may take minutes. */
  isLong?: true
  run(): Promise<Finding[]>
}

export const fine = (message: string): Finding => ({ severity: 'ok', message })
export const warning = (message: string, fix: string): Finding => ({ severity: 'warning', message, fix })
export const failure = (message: string, fix: string): Finding => ({ severity: 'error', message, fix })
