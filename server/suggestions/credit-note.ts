import type { Text } from '../language.ts'
import { type Receipt, ringgitOf, yearOfAssessment } from '../receipts/model.ts'
import { isNote } from '../receipts/refunds.ts'
import { say } from '../texts/index.ts'

import { sharesByLine } from './credit-note-lines.ts'
import { shareOut } from './shares.ts'
import type { Suggested, SuggestedPart } from './suggestion.ts'

const SURE = 0.95
const IN_PROPORTION = 0.6

type Part = Pick<SuggestedPart, 'relief' | 'sen' | 'person' | 'confidence'> & { year: number | null }

/**
 * What a credit or refund note reverses of its invoice's claim or suggestion: the same reliefs, in the years they are claimed in.
 * Together with earlier notes it never reverses more than was paid. Null for any other receipt, and if the invoice has neither
 * allocations nor a suggestion.
 * @param before the sum of earlier notes to the same invoice, in sen
 */
export function noteSuggestion(note: Receipt, original: Receipt, before = 0): Suggested | null {
  const [back, paid] = [ringgitOf(note), ringgitOf(original)]
  if (!givesBack(note) || back === null || back >= 0 || paid === null || paid <= 0) return null
  const isDecided = original.allocations.length > 0
  const parts = isDecided ? decidedParts(original, paid) : suggestedParts(original)
  if (parts.length === 0) return null
  const reversible = Math.min(-back, Math.max(0, paid - before))
  const isAll = reversible === paid
  const byLine = isAll ? undefined : sharesByLine(note, original, parts, -reversible)
  const weights = parts.map(({ sen }) => sen)
  const shares = byLine ?? shareOut(-reversible, weights)
  const isClear = isAll || parts.length === 1 || byLine !== undefined
  const reason = reasonFor(note, original, isAll)
  const reversed = parts.map(
    ({ relief, person, year, confidence }, index): SuggestedPart => ({
      relief,
      sen: shares[index] ?? 0,
      person,
      ...(year !== null && year !== yearOfAssessment(note) && { year }),
      items: [],
      reason,
      confidence: Math.min(confidence, isClear ? SURE : IN_PROPORTION),
      question: isClear ? null : say(({ suggestions }) => suggestions.whichPartRefunded),
    }),
  )
  const beyond = back + reversible
  return {
    from: isDecided ? 'past' : 'rules',
    parts: [...reversed, ...(beyond < 0 ? [rest(beyond, before)] : [])].filter(({ sen }) => sen !== 0),
  }
}

/** Whether it takes back what another receipt counts for: a credit or refund note, or linked to that receipt by a person. */
export const givesBack = (receipt: Receipt) => isNote(receipt) || Boolean(receipt.refundOf?.receiptId)

/** The user's allocations, and the rest of the amount as a part without relief. */
function decidedParts(original: Receipt, paid: number): Part[] {
  const own = yearOfAssessment(original)
  const decided = original.allocations.map(({ relief, sen, person, year }) => ({
    relief,
    sen,
    person,
    year: relief === null ? null : (year ?? own),
    confidence: SURE,
  }))
  const restSen = paid - decided.reduce((sum, { sen }) => sum + sen, 0)
  const undecided: Part = { relief: null, sen: restSen, person: null, year: null, confidence: SURE }
  return restSen > 0 ? [...decided, undecided] : decided
}

/** The suggested parts of an invoice without allocations. */
const suggestedParts = (original: Receipt): Part[] =>
  (original.suggestion?.parts ?? []).map(({ relief, sen, person, confidence }) => ({
    relief,
    sen,
    person,
    year: relief === null ? null : yearOfAssessment(original),
    confidence,
  }))

function reasonFor(note: Receipt, original: Receipt, isAll: boolean): Text {
  const { receiptNumber } = original
  const year = yearOfAssessment(original)
  const isRefundNote = note.einvoice?.source === 'file' && note.einvoice.type === '04'
  return say(({ suggestions }) => {
    const invoice = receiptNumber ? suggestions.invoice(receiptNumber) : suggestions.earlierInvoice
    const dated = year === null ? invoice : suggestions.ofYear(invoice, year)
    if (!isNote(note)) return suggestions.refund(dated, isAll)
    return isRefundNote ? suggestions.refundNote(dated, isAll) : suggestions.creditNote(dated, isAll)
  })
}

const rest = (sen: number, before: number): SuggestedPart => ({
  relief: null,
  sen,
  person: null,
  items: [],
  reason: say(({ suggestions }) =>
    before > 0 ? suggestions.moreThanPaidLessEarlier : suggestions.moreThanPaid,
  ),
  confidence: SURE,
  question: null,
})
