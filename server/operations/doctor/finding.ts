export type State = 'fine' | 'warning' | 'broken'

/** One thing that was looked at. */
export interface Finding {
  state: State
  /** What it is, without secrets. */
  said: string
  /** The command or the console path that mends it. */
  mend?: string
}

/** What belongs together; it may find nothing to say, and should not reject. */
export interface Check {
  topic: string
  run(): Promise<Finding[]>
}

export const fine = (said: string): Finding => ({ state: 'fine', said })
export const warning = (said: string, mend: string): Finding => ({ state: 'warning', said, mend })
export const broken = (said: string, mend: string): Finding => ({ state: 'broken', said, mend })
