import { type Finding, fine, warning } from '../../finding.ts'

/** What a worker takes for most pictures, as the default number of workers counts on it; the server takes the rest. */
const OF_A_WORKER = 0.8e9
const OF_THE_SERVER = 0.2e9

const inGb = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`

/**
 * Whether pictures can be read on this machine.
 * @param bytes the memory of the machine, or what its container may use
 */
export function checkMemory(workers: number, bytes: number): Finding[] {
  const needed = OF_THE_SERVER + workers * OF_A_WORKER
  if (bytes >= needed) return [fine(`${inGb(bytes)}, enough to read ${workers} pictures at a time`)]
  return [
    warning(
      `${inGb(bytes)}: reading ${workers === 1 ? 'a difficult picture' : `${workers} pictures at a time`} may need ${inGb(needed)}`,
      workers > 1
        ? 'set READER_WORKERS=1, or give it more memory'
        : 'give it more memory or swap, or set READER=textract',
    ),
  ]
}
