import type { ReadableField } from './fields.ts'
import type { Receipt } from './model.ts'

/** A value read with less confidence is marked, for a person to compare it with the picture. */
const SURE = 0.8

/** Whether a value was read with little confidence, and nobody has confirmed it since. */
export function isUnsure({ evidence, ...values }: Receipt, field: ReadableField) {
  const from = evidence[field]
  return values[field] !== null && from?.by === 'reader' && from.confidence < SURE
}
