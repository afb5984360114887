import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  step(): void
  stop(): void
}

/** A bar on standard error while somebody watches; nothing for a single file or in a script. */
export function createProgress(files: number): Progress {
  if (files < 2 || !process.stderr.isTTY) return { step() {}, stop() {} }
  const bar = new SingleBar(
    { format: 'reading {bar} {value}/{total}, {eta_formatted} left', clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(files, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
