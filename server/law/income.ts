import { type BusinessIncome, businessIncome, notNegative } from './business.ts'
import { type AllowedGifts, allowedGifts } from './gifts.ts'
import type { ChargedIncome } from './tax.ts'
import type { Taxpayer } from './taxpayer.ts'
import type { TaxYear } from './year.ts'

/** The income of one person, from aggregate to total income. */
export interface Income {
  business: BusinessIncome
  aggregateSen: number
  aboveThreshold: Partial<Record<ChargedIncome, number>>
  /** What is deducted of the business losses of the year. */
  lossSen: number
  /** What of them and of earlier losses is left for later years. */
  lossesLeftSen: number
  gifts: AllowedGifts
  totalSen: number
}

/**
 * Aggregate income (section 43) less business losses of the year (section 44(2)) and approved gifts (section 44), in the
 * order of Form B. A loss is deducted from income of every kind, and what exceeds it is carried forward.
 * @throws RangeError if an income is negative or not whole sen
 */
export function totalIncome(
  year: TaxYear,
  { income, business, gifts }: Pick<Taxpayer, 'income' | 'business' | 'gifts'>,
): Income {
  const aboveThreshold: Income['aboveThreshold'] = {}
  const ofBusiness = businessIncome({ income, business })
  let aggregateSen = ofBusiness.totalSen
  for (const [kind, receivedSen] of Object.entries(income)) {
    if (kind === 'business' || kind === 'partnership') continue
    const { charge, counted } = countedIncome(year, kind, receivedSen)
    if (charge) aboveThreshold[charge.income] = counted
    aggregateSen += counted
  }
  const lossOfYearSen = notNegative(business.lossSen, 'business loss')
  const lossSen = Math.min(lossOfYearSen, aggregateSen)
  const allowed = allowedGifts(year, gifts, { aggregateSen, remainingSen: aggregateSen - lossSen })
  return {
    business: ofBusiness,
    aggregateSen,
    aboveThreshold,
    lossSen,
    lossesLeftSen: ofBusiness.lossesLeftSen + lossOfYearSen - lossSen,
    gifts: allowed,
    totalSen: aggregateSen - lossSen - allowed.allowedSen,
  }
}

/** What is not used of losses and capital allowances, and is brought forward to the next year. */
export interface LeftOver {
  lossesSen: number
  capitalAllowancesSen: number
}

/** What a year leaves for the next one; null: nothing. */
export function leftOver(
  year: TaxYear,
  taxpayer: Pick<Taxpayer, 'income' | 'business' | 'gifts'>,
): LeftOver | null {
  const { business, lossesLeftSen } = totalIncome(year, taxpayer)
  const left = { lossesSen: lossesLeftSen, capitalAllowancesSen: business.allowancesLeftSen }
  return left.lossesSen + left.capitalAllowancesSen > 0 ? left : null
}

/**
 * What an income of one kind adds to aggregate income: of dividends and LLP profit, the part above the threshold.
 * @throws RangeError if it is negative or not whole sen
 */
export function countedIncome(year: Pick<TaxYear, 'flatCharges'>, kind: string, receivedSen: number) {
  notNegative(receivedSen, kind)
  const charge = year.flatCharges.find(({ income }) => income === kind)
  // In years without a charge, dividends and LLP profit are exempt.
  const isExempt = charge === undefined && (kind === 'dividend' || kind === 'llp-profit')
  return { charge, counted: isExempt ? 0 : Math.max(0, receivedSen - (charge?.thresholdSen ?? 0)) }
}
