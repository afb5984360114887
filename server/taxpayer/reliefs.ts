import type { Relief } from '../law/relief.ts'
import { allReliefs, findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'

/** The relief that voluntary contributions to a scheme overflow from (EPF). */
export const schemeOf = (year: TaxYear) => allReliefs(year).find((relief) => relief.voluntaryExcessTo)

/** The relief for deposits less withdrawals (SSPN). */
export const depositsOf = (year: TaxYear) => allReliefs(year).find((relief) => relief.netOfWithdrawals)

/** The reliefs for interest on a home that owners share, by its price; none in years without them. */
export const homeLoansOf = (year: TaxYear): Relief[] =>
  allReliefs(year)
    .filter(({ couple }) => couple === 'shared-by-payment')
    .flatMap(({ children }) => children)

/** The rebate for trips (departure levy). */
export const tripsRebateOf = (year: TaxYear) => year.rebates.find(({ kind }) => kind === 'trips')

/** Whether it rests on a statement or a declaration, and not on receipts alone. */
export function hasStatement(year: TaxYear, code: string): boolean {
  const relief = findRelief(year, code)
  return !relief || ['statement', 'receipt-or-declaration'].includes(relief.evidence.kind)
}
