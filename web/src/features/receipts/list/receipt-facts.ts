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
export const ringgitSen = ({ currency, totalSen, myrSen }: ReceiptSummary) =>
  currency === 'MYR' ? totalSen : myrSen

export interface Month {
  /** YYYY-MM; empty for receipts without a day. */
  month: string
  totalSen: number
  countedSen: number
  suggestedSen: number
}

/** The sums of each month, in the order of the list. */
export function monthsOf(receipts: ReceiptSummary[]): Map<string, Month> {
  const months = new Map<string, Month>()
  for (const receipt of receipts) {
    const month = receipt.paidOn?.slice(0, 7) ?? ''
    const sums = months.get(month) ?? { month, totalSen: 0, countedSen: 0, suggestedSen: 0 }
    sums.totalSen += ringgitSen(receipt) ?? 0
    sums.countedSen += countedSen(receipt)
    sums.suggestedSen += suggestedSen(receipt)
    months.set(month, sums)
  }
  return months
}
