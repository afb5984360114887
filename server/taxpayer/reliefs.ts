import type { Relief } from '../law/relief.ts'
import { allReliefs, findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'

/** The relief whose excess of voluntary contributions goes to another relief (EPF). */
export const schemeOf = (year: TaxYear) => allReliefs(year).find((relief) => relief.voluntaryExcessTo)

/** The relief for deposits less withdrawals (SSPN). */
export const depositsOf = (year: TaxYear) => allReliefs(year).find((relief) => relief.netOfWithdrawals)

/** The reliefs for housing loan interest, which co-owners share; one per price range, none in years without them. */
export const homeLoansOf = (year: TaxYear): Relief[] =>
  allReliefs(year)
    .filter(({ couple }) => couple === 'shared-by-payment')
    .flatMap(({ children }) => children)

/** The rebate for trips (departure levy). */
export const tripsRebateOf = (year: TaxYear) => year.rebates.find(({ kind }) => kind === 'trips')

/** Whether the claim may be proved by a statement or declaration instead of receipts. */
export function hasStatement(year: TaxYear, code: string): boolean {
  const relief = findRelief(year, code)
  return !relief || ['statement', 'receipt-or-declaration'].includes(relief.evidence.kind)
}
