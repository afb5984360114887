import type { Suggestion } from '../receipts/allocation.ts'
import type { Receipt } from '../receipts/model.ts'
import { shareOut } from './shares.ts'

/** A part of an invoice's claim. */
type Part = Pick<Suggestion['parts'][number], 'relief' | 'sen'>

/**
 * What a note reverses of each part of its invoice, in sen, if every line of the note is also on the invoice. Undefined if not, if a
 * share exceeds its part, or if the invoice is claimed for something other than was suggested for its lines.
 * @param back the amount the note reverses in total, negative
 */
export function sharesByLine(note: Receipt, original: Receipt, parts: Part[], back: number) {
  if (!parts.every(({ relief, sen }) => sen === suggestedFor(original, relief))) return undefined
  const reversed = parts.map(() => 0)
  for (const line of note.items) {
    const at = partOf(original, parts, line.description)
    if (at < 0 || line.amountSen > 0) return undefined
    reversed[at] = (reversed[at] ?? 0) + line.amountSen
  }
  if (reversed.every((sen) => sen === 0)) return undefined
  const shares = shareOut(back, reversed)
  return parts.every(({ sen }, at) => -(shares[at] ?? 0) <= sen) ? shares : undefined
}

const suggestedFor = ({ suggestion }: Receipt, relief: string | null) =>
  (suggestion?.parts ?? []).reduce((sum, part) => sum + (part.relief === relief ? part.sen : 0), 0)

/** The part that a line of the invoice belongs to, by its suggestion; -1 if that is unclear. */
function partOf(original: Receipt, parts: Part[], description: string): number {
  const suggested = original.suggestion?.parts ?? []
  const reliefs = original.items.flatMap((item, index) =>
    item.description === description
      ? suggested.flatMap(({ items, relief }) => (items.includes(index) ? [relief] : []))
      : [],
  )
  const [relief] = reliefs
  if (relief === undefined || reliefs.some((other) => other !== relief)) return -1
  const at = parts.flatMap((part, index) => (part.relief === relief ? [index] : []))
  return at.length === 1 ? (at[0] ?? -1) : -1
}
