import type { Suggestion } from '../receipts/allocation.ts'
import type { Receipt } from '../receipts/model.ts'
import { shareOut } from './shares.ts'

/** A part of what an invoice counts for. */
type Part = Pick<Suggestion['parts'][number], 'relief' | 'sen'>

/**
 * What a note takes back of each part of its invoice, in sen, where every line of the note stands on the invoice too:
 * then it is known what was given back. Undefined where it is not, where that is more than a part has, and where the
 * invoice counts for something else than was suggested for its lines.
 * @param back what it takes back in all, negative
 */
export function sharesByLine(note: Receipt, original: Receipt, parts: Part[], back: number) {
  if (!parts.every(({ relief, sen }) => sen === suggestedFor(original, relief))) return undefined
  const taken = parts.map(() => 0)
  for (const line of note.items) {
    const at = partOf(original, parts, line.description)
    if (at < 0 || line.amountSen > 0) return undefined
    taken[at] = (taken[at] ?? 0) + line.amountSen
  }
  if (taken.every((sen) => sen === 0)) return undefined
  const shares = shareOut(back, taken)
  return parts.every(({ sen }, at) => -(shares[at] ?? 0) <= sen) ? shares : undefined
}

const suggestedFor = ({ suggestion }: Receipt, relief: string | null) =>
  (suggestion?.parts ?? []).reduce((sum, part) => sum + (part.relief === relief ? part.sen : 0), 0)

/** Which part a line of the invoice belongs to, by what was suggested for it; -1 where that is not clear. */
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
