import type { Receipt } from '../../../../server/api-types.ts'

/** The values that two receipts are compared by. */
export const comparedFields = ['merchant', 'date', 'totalSen', 'receiptNumber'] as const
export type ComparedField = (typeof comparedFields)[number]

/** `unknown`: one of them does not say. */
export type Likeness = 'same' | 'different' | 'unknown'

const folded = (value: string | number) =>
  String(value)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

export function likenessOf(one: Receipt, other: Receipt, field: ComparedField): Likeness {
  const [a, b] = [one[field], other[field]]
  if (a === null || b === null) return 'unknown'
  return folded(a) === folded(b) ? 'same' : 'different'
}

/** How many lines both have; null where one has none. */
export function likenessOfLines(one: Receipt, other: Receipt): Likeness {
  if (one.items.length === 0 || other.items.length === 0) return 'unknown'
  const lines = ({ items }: Receipt) =>
    items
      .map(({ description, amountSen }) => `${folded(description)} ${amountSen}`)
      .sort()
      .join('|')
  return lines(one) === lines(other) ? 'same' : 'different'
}

/** What a receipt counts, or may count, in sen. */
export function countsSen({ status, allocations, suggestion }: Receipt): number {
  const parts = allocations.length > 0 || status === 'confirmed' ? allocations : (suggestion?.parts ?? [])
  return parts.reduce((sum, { relief, sen }) => sum + (relief === null ? 0 : sen), 0)
}

/**
 * The pair in the order in which the receipts were added, and which of them stays if they are the same: the confirmed one,
 * else the first.
 */
export function pairOf(one: Receipt, other: Receipt) {
  // Ids are in the order of upload.
  const [first, second] = one.id < other.id ? [one, other] : [other, one]
  const isSecondKept = second.status === 'confirmed' && first.status !== 'confirmed'
  return { first, second, kept: isSecondKept ? second : first, gone: isSecondKept ? first : second }
}
