import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  step(): void
  stop(): void
}

/** A progress bar on standard error if it is a terminal; none for a single file. */
export function createProgress(files: number): Progress {
  if (files < 2 || !process.stderr.isTTY) return { step() {}, stop() {} }
  const bar = new SingleBar(
    { format: 'reading {bar} {value}/{total}, {eta_formatted} left', clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(files, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
