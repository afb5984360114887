import type { Random } from '../../bench/random.ts'

/** What goes wrong inside the server, until it is told otherwise. */
export interface ServerFaults {
  /** The disk of the files. `half`: what it was asked for is done, but it reports a failure. */
  files?: 'full' | 'down' | 'slow' | 'half' | undefined
  database?: 'full' | 'read-only' | undefined
  /** What recognises the text. `wrong`: of another receipt; `half`: only the first lines. */
  reader?: 'down' | 'slow' | 'wrong' | 'half' | undefined
  /** Milliseconds that its clock is ahead of the right time. */
  clock?: number | undefined
}

export type ProviderFault = 'down' | 'slow' | 'wrong' | 'half'

export interface Faults extends ServerFaults {
  provider?: ProviderFault | undefined
}

const MINUTE = 60_000

const kinds: readonly Faults[] = [
  { files: 'full' },
  { files: 'down' },
  { files: 'slow' },
  { files: 'half' },
  { database: 'full' },
  { database: 'read-only' },
  { reader: 'down' },
  { reader: 'slow' },
  { reader: 'wrong' },
  { reader: 'half' },
  { provider: 'down' },
  { provider: 'slow' },
  { provider: 'wrong' },
  { provider: 'half' },
  { clock: 20 * MINUTE },
  { clock: -20 * MINUTE },
  { files: 'full', database: 'full' },
]

export const randomFaults = (random: Random): Faults => random.pick(kinds)

export const nameOf = (faults: Faults) =>
  Object.entries(faults)
    .map(([part, how]) => (part === 'clock' ? 'clock jumps' : `${part} ${how}`))
    .join(', ')
