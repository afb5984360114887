import type { Allocation, Suggestion } from '../receipts/allocation.ts'

export type Beneficiary = NonNullable<Allocation['person']>

/** One line of a receipt or e-invoice; sen as printed, `classification` the MyInvois code the supplier gave it. */
export interface SuggestionItem {
  description: string
  amountSen: number
  classification: string | null
}

/** What its owner decided for an earlier receipt of the same merchant. */
export interface PastDecision {
  parts: { relief: string | null; sen: number; person: Beneficiary | null }[]
  /** The day of that receipt, YYYY-MM-DD. */
  day: string
}

export interface SuggestionInput {
  /** Year of assessment; null while the day is unknown. */
  year: number | null
  merchant: string | null
  /** The ringgit amount of the receipt in sen, negative on a refund note; null while unknown. */
  amountSen: number | null
  items: SuggestionItem[]
  /** The text of its pages, a printed line a line; may be empty. */
  text: string
  /** The owner's decisions for the same merchant, latest first. */
  past: PastDecision[]
}

export type SuggestedPart = Suggestion['parts'][number]
