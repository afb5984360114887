import { wholeSen } from './money.ts'
import type { Taxpayer } from './taxpayer.ts'

/** What businesses and partnerships of a person add to aggregate income. All amounts in sen. */
export interface BusinessIncome {
  /** Of own businesses: the profit less capital allowances, never negative. */
  ownSen: number
  partnershipSen: number
  allowancesUsedSen: number
  /** Of the losses brought forward. */
  lossesUsedSen: number
  /** What is left of all of it. */
  totalSen: number
  allowancesLeftSen: number
  lossesLeftSen: number
}

/**
 * Statutory income of businesses and partnerships, less losses brought forward. Capital allowances are deducted from the
 * profit of own businesses, and what exceeds it is carried forward (Schedule 3). Losses of earlier years are deducted
 * from business income only (section 43(2)).
 * @throws RangeError if an amount is negative or not whole sen
 */
export function businessIncome({ income, business }: Pick<Taxpayer, 'income' | 'business'>): BusinessIncome {
  const profitSen = notNegative(income.business, 'business')
  const partnershipSen = notNegative(income.partnership, 'partnership')
  const allowancesSen = notNegative(business.capitalAllowancesSen, 'capital allowances')
  const lossesSen = notNegative(business.lossesBroughtForwardSen, 'losses brought forward')
  const allowancesUsedSen = Math.min(allowancesSen, profitSen)
  const ownSen = profitSen - allowancesUsedSen
  const lossesUsedSen = Math.min(lossesSen, ownSen + partnershipSen)
  return {
    ownSen,
    partnershipSen,
    allowancesUsedSen,
    lossesUsedSen,
    totalSen: ownSen + partnershipSen - lossesUsedSen,
    allowancesLeftSen: allowancesSen - allowancesUsedSen,
    lossesLeftSen: lossesSen - lossesUsedSen,
  }
}

export function notNegative(sen = 0, what: string): number {
  if (wholeSen(sen, what) < 0) throw new RangeError(`${what}: must not be negative`)
  return sen
}
