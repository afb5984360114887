import { percentDown, sum, wholeSen } from './money.ts'
import type { Rule } from './relief.ts'
import type { TaxYear } from './year.ts'

export interface GiftLine extends Rule {
  code: string
  givenSen: number
  allowedSen: number
}

export interface AllowedGifts {
  lines: GiftLine[]
  /** The limit that the gifts of the pool share: a percentage of aggregate income. */
  poolLimitSen: number
  allowedSen: number
}

/**
 * Approved gifts (section 44). They are deducted before the reliefs and never make income negative.
 * @param income.remainingSen aggregate income less the business losses of the year
 * @throws RangeError if an amount is not whole sen
 */
export function allowedGifts(
  year: TaxYear,
  given: Record<string, number>,
  income: { aggregateSen: number; remainingSen: number },
): AllowedGifts {
  const { pool, heads } = year.gifts
  const poolLimitSen = percentDown(income.aggregateSen, pool.percentOfAggregateIncome)
  let poolRemainingSen = poolLimitSen
  let incomeRemainingSen = income.remainingSen
  const lines = heads.map(({ code, section, sources, verified, limitSen, inPool }): GiftLine => {
    const givenSen = wholeSen(given[code] ?? 0, code)
    const limits = [Math.max(0, givenSen), incomeRemainingSen]
    if (limitSen !== null) limits.push(limitSen)
    if (inPool) limits.push(poolRemainingSen)
    const allowedSen = Math.min(...limits)
    incomeRemainingSen -= allowedSen
    if (inPool) poolRemainingSen -= allowedSen
    return { code, section, sources, verified, givenSen, allowedSen }
  })
  return { lines, poolLimitSen, allowedSen: sum(lines.map(({ allowedSen }) => allowedSen)) }
}
