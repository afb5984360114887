import type { Fields } from '../../server/reading/fields/index.ts'
import type { Key, Measure, Prediction } from './score.ts'
import type { WordCounts } from './words.ts'

/** A receipt as it was read, with its key and what of it was right. */
export interface Result {
  id: string
  key: Key
  reading: Fields
  prediction: Prediction
  seconds: number
  right: Record<Measure, boolean>
  /** Where it was asked for. */
  words?: WordCounts | undefined
}
