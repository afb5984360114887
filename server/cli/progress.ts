import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  step(): void
  stop(): void
}

/** A progress bar on standard error if it is a terminal; none for a single thing. @param things such as "receipts" */
export function createProgress(total: number, things: string): Progress {
  if (total < 2 || !process.stderr.isTTY) return { step() {}, stop() {} }
  const bar = new SingleBar(
    { format: `{bar} {value}/{total} ${things}, {eta_formatted} left`, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
