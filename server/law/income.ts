import { type AllowedGifts, allowedGifts } from './gifts.ts'
import { wholeSen } from './money.ts'
import type { ChargedIncome } from './tax.ts'
import type { Taxpayer } from './taxpayer.ts'
import type { TaxYear } from './year.ts'

/** The income of one person, from aggregate to total income. */
export interface Income {
  aggregateSen: number
  aboveThreshold: Partial<Record<ChargedIncome, number>>
  gifts: AllowedGifts
  totalSen: number
}

/**
 * Aggregate income (section 43) less approved gifts (section 44).
 * @throws RangeError if an income is negative or not whole sen
 */
export function totalIncome(year: TaxYear, { income, gifts }: Pick<Taxpayer, 'income' | 'gifts'>): Income {
  const aboveThreshold: Income['aboveThreshold'] = {}
  let aggregateSen = 0
  for (const [kind, receivedSen] of Object.entries(income)) {
    const { charge, counted } = countedIncome(year, kind, receivedSen)
    if (charge) aboveThreshold[charge.income] = counted
    aggregateSen += counted
  }
  const allowed = allowedGifts(year, gifts, aggregateSen)
  return { aggregateSen, aboveThreshold, gifts: allowed, totalSen: aggregateSen - allowed.allowedSen }
}

/**
 * What an income of one kind adds to aggregate income: of dividends and LLP profit, the part above the threshold.
 * @throws RangeError if it is negative or not whole sen
 */
export function countedIncome(year: Pick<TaxYear, 'flatCharges'>, kind: string, receivedSen: number) {
  if (wholeSen(receivedSen, kind) < 0) throw new RangeError(`${kind}: income must not be negative`)
  const charge = year.flatCharges.find(({ income }) => income === kind)
  // In years without a charge, dividends and LLP profit are exempt.
  const isExempt = charge === undefined && (kind === 'dividend' || kind === 'llp-profit')
  return { charge, counted: isExempt ? 0 : Math.max(0, receivedSen - (charge?.thresholdSen ?? 0)) }
}
