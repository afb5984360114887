import { rulesOf } from './consistency.ts'
import { sum } from './money.ts'
import { allReliefs } from './tree.ts'
import type { TaxYear } from './year.ts'

/** What of a year says how long its papers are kept. */
type RecordsOf = Pick<TaxYear, 'year'> & { records: Pick<TaxYear['records'], 'years'> }

/**
 * The last day a year's papers must be kept: seven years after the end of the year the return was filed in, which is
 * never before the seven years of section 82A(1). Without a year of filing, the next year is taken.
 */
export const retainUntil = ({ year, records }: RecordsOf, filedIn = year + 1): string =>
  `${Math.max(filedIn, year) + records.years}-12-31`

/** How much of a year's law was read in official texts or checked against them. */
export function howSure(year: TaxYear) {
  const rules = rulesOf(year).map(({ rule }) => rule)
  return {
    rules: rules.length,
    verified: rules.filter(({ verified }) => verified).length,
    openQuestions: sum([...allReliefs(year), ...year.flatCharges].map(({ questions }) => questions.length)),
  }
}
