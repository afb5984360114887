import type { Text } from '../language.ts'
import type { Allocation, Suggestion } from '../receipts/allocation.ts'

export type Beneficiary = NonNullable<Allocation['person']>

/** One line of a receipt or e-invoice: sen as printed, `classification` the supplier's MyInvois code. */
export interface SuggestionItem {
  description: string
  amountSen: number
  classification: string | null
}

/** The owner's decision for an earlier receipt of the same merchant. */
export interface PastDecision {
  parts: { relief: string | null; sen: number; person: Beneficiary | null }[]
  /** The day of that receipt, YYYY-MM-DD. */
  day: string
}

export interface SuggestionInput {
  /** Year of assessment; null if the date is unknown. */
  year: number | null
  merchant: string | null
  /** The ringgit amount of the receipt in sen, negative on a refund note; null if unknown. */
  amountSen: number | null
  items: SuggestionItem[]
  /** The text of the pages, one printed line per line; may be empty. */
  text: string
  /** The owner's decisions for the same merchant, latest first. */
  past: PastDecision[]
}

/** A part of a suggestion as it is stored. */
type StoredPart = Suggestion['parts'][number]

/** A part of a suggestion, with its texts in every language. */
export type SuggestedPart = Omit<StoredPart, 'reason' | 'question' | 'ms'> & {
  reason: Text
  question: Text | null
}

export const toStored = ({ reason, question, ...part }: SuggestedPart): StoredPart => ({
  ...part,
  reason: reason.en,
  question: question?.en ?? null,
  ms: { reason: reason.ms, question: question?.ms ?? null },
})
