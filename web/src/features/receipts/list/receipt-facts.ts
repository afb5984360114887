import type { ReceiptSummary } from '../../../../../server/api-types.ts'

const sumOf = (parts: { relief: string | null; sen: number }[]) =>
  parts.reduce((sum, { relief, sen }) => sum + (relief === null ? 0 : sen), 0)

/** What counts of a confirmed receipt, in sen. */
export const countedSen = ({ status, allocations }: ReceiptSummary) =>
  status === 'confirmed' ? sumOf(allocations) : 0

/** What would count if the suggestion is right, in sen. */
export const suggestedSen = ({ status, allocations, suggested }: ReceiptSummary) => {
  if (status === 'confirmed') return 0
  return allocations.length > 0 ? sumOf(allocations) : sumOf(suggested)
}

/** The first relief it counts for, or may count for. */
export const mainRelief = ({ allocations, suggested }: ReceiptSummary): string | null =>
  allocations.find(({ relief }) => relief !== null)?.relief ?? suggested[0]?.relief ?? null

/** Its amount in ringgit, in sen; null while that is not known. */
export const ringgitSen = ({
  currency,
  totalSen,
  myrSen,
}: Pick<ReceiptSummary, 'currency' | 'totalSen' | 'myrSen'>) => (currency === 'MYR' ? totalSen : myrSen)
