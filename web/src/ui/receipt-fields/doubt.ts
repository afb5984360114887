import type { Receipt } from '../../../../server/api-types.ts'
import type { FieldName } from './field-kinds.ts'

/** Below this confidence a person should look at a value (server/receipts uses the same limit for the queue). */
const SURE = 0.8

export type Doubt = 'missing' | 'faint' | null

/** Whether a value needs eyes; what a person typed or an e-invoice says never does. */
export function doubtOf(receipt: Receipt, field: FieldName): Doubt {
  if (receipt[field] === null) return 'missing'
  const evidence = receipt.evidence[field]
  return evidence?.by === 'reader' && evidence.confidence < SURE ? 'faint' : null
}
