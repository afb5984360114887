import { type Receipt, ringgitOf, yearOfAssessment } from './model.ts'

/** Why a receipt has no suggestion: its day is unknown, its year has no law data, or its amount in ringgit is unknown. */
export const suggestionGaps = ['no_date', 'no_law', 'no_amount'] as const
export type SuggestionGap = (typeof suggestionGaps)[number]

/** Null: it has a suggestion, is still being read, or nothing of this is the reason. */
export function suggestionGapOf(
  receipt: Receipt,
  isLawKnown: (year: number) => boolean,
): SuggestionGap | null {
  if (receipt.suggestion !== null || receipt.status === 'reading') return null
  const year = yearOfAssessment(receipt)
  if (year === null) return 'no_date'
  if (!isLawKnown(year)) return 'no_law'
  return ringgitOf(receipt) === null ? 'no_amount' : null
}
