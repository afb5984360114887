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

/** How the owner answered the question of a rule for a line of an earlier receipt. */
export interface LineAnswer {
  relief: string | null
  person: Beneficiary | null
  /** The day of that receipt, YYYY-MM-DD. */
  day: string
}

/** The answers by the id of the rule, latest first. */
export type LineAnswers = ReadonlyMap<string, LineAnswer[]>

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
  /** The owner's answers to the questions of lines, at any merchant. */
  answers?: LineAnswers
}

/** A part of a suggestion, with its texts in every language. */
export type SuggestedPart = Omit<Suggestion['parts'][number], 'reason' | 'question'> & {
  reason: Text
  question: Text | null
}

/** A suggestion with its texts in every language. */
export interface Suggested {
  from: Suggestion['from']
  parts: SuggestedPart[]
}

/** As it is stored: in English. */
export const toStored = ({ from, parts }: Suggested): Suggestion => ({
  from,
  parts: parts.map(({ reason, question, ...part }) => ({
    ...part,
    reason: reason.en,
    question: question?.en ?? null,
  })),
})
