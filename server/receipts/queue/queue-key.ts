import { storedKeys } from '../../stored-keys.ts'
import { type Receipt, yearOfAssessment } from '../model.ts'
import { reasonsOf } from './reasons.ts'

/** Where a receipt stands in the queue: those that could not be read come last. */
const ranks = ['r', 'u'] as const
export type Rank = (typeof ranks)[number]

const UNDATED = 'none'

/** The look-up key of a receipt that needs a person; undefined for any other. */
export function queueKey(receipt: Receipt): string | undefined {
  if (reasonsOf(receipt).length === 0) return undefined
  const rank: Rank = receipt.status === 'unreadable' ? 'u' : 'r'
  return storedKeys.queue.of(yearOfAssessment(receipt) ?? UNDATED, rank)
}

/** The year of assessment (null: without a date) and the rank in a key. */
export function parseQueueKey(key: string): { year: number | null; rank: Rank } {
  const [year, rank] = storedKeys.queue.rest(key).split('#')
  return { year: year === UNDATED ? null : Number(year), rank: rank === 'u' ? 'u' : 'r' }
}
