import { reduces } from '../reading/ubl/invoice.ts'
import { type Receipt, ringgitOf, type Suggestion, yearOfAssessment } from '../receipts/model.ts'
import { shareOut } from './suggestions/shares.ts'

const SURE = 0.95
const IN_PROPORTION = 0.6

type Part = Pick<Receipt['allocations'][number], 'relief' | 'sen' | 'person'> & { year: number | null }

/**
 * What a credit or refund note takes back of what its original invoice counts for: of the same reliefs, in the years
 * they were claimed in, never more than there is. Null for anything else, and while the original counts for nothing.
 */
export function noteSuggestion(note: Receipt, original: Receipt): Suggestion | null {
  const [back, paid] = [ringgitOf(note), ringgitOf(original)]
  const isNote = note.einvoice?.source === 'file' && reduces(note.einvoice.type)
  if (!isNote || back === null || back >= 0 || paid === null || paid <= 0) return null
  if (original.allocations.length === 0) return null
  const parts = partsOf(original, paid)
  const counted = Math.min(-back, paid)
  const shares = shareOut(
    -counted,
    parts.map(({ sen }) => sen),
  )
  const isAll = counted === paid
  const isClear = isAll || parts.length === 1
  const reason = reasonFor(note, original, isAll)
  const suggested = parts.map(({ relief, person, year }, index) => ({
    relief,
    sen: shares[index] ?? 0,
    person,
    ...(year !== null && year !== yearOfAssessment(note) && { year }),
    items: [],
    reason,
    confidence: isClear ? SURE : IN_PROPORTION,
    question: isClear ? null : 'Which part of the invoice was given back? These are shares in proportion.',
  }))
  const beyond = back + counted
  return {
    from: 'past',
    parts: [...suggested, ...(beyond < 0 ? [rest(beyond)] : [])].filter(({ sen }) => sen !== 0),
  }
}

/** What the invoice counts for, and what of it counts for nothing or is undecided. */
function partsOf(original: Receipt, paid: number): Part[] {
  const own = yearOfAssessment(original)
  const decided = original.allocations.map(({ relief, sen, person, year }) => ({
    relief,
    sen,
    person,
    year: relief === null ? null : (year ?? own),
  }))
  const left = paid - decided.reduce((sum, { sen }) => sum + sen, 0)
  return left > 0 ? [...decided, { relief: null, sen: left, person: null, year: null }] : decided
}

function reasonFor(note: Receipt, original: Receipt, isAll: boolean): string {
  const which = original.receiptNumber ? `invoice '${original.receiptNumber}'` : 'an earlier invoice'
  const kind = note.einvoice?.source === 'file' && note.einvoice.type === '04' ? 'Refund note' : 'Credit note'
  const year = yearOfAssessment(original)
  return `${kind} to ${which}${year === null ? '' : ` of ${year}`}: takes ${isAll ? 'all' : 'a part'} of its claim back`
}

const rest = (sen: number): Suggestion['parts'][number] => ({
  relief: null,
  sen,
  person: null,
  items: [],
  reason: 'More than was paid by the invoice it refers to',
  confidence: SURE,
  question: null,
})
