import { rulesOf } from './consistency.ts'
import { sum } from './money.ts'
import { allReliefs } from './tree.ts'
import type { TaxYear } from './year.ts'

/** The part of a year that says how long its documents are kept. */
type RetentionRule = Pick<TaxYear, 'year'> & { records: Pick<TaxYear['records'], 'years'> }

/**
 * The last day on which a year's documents must be kept: seven years after the end of the year in which the return was
 * filed (section 82A(1)).
 * @param filedIn the year of filing; by default the year after the year of assessment
 */
export const retainUntil = ({ year, records }: RetentionRule, filedIn = year + 1): string =>
  `${Math.max(filedIn, year) + records.years}-12-31`

/** How many rules of a year were read in official texts or checked against them. */
export function verificationOf(year: TaxYear) {
  const rules = rulesOf(year).map(({ rule }) => rule)
  return {
    rules: rules.length,
    verified: rules.filter(({ verified }) => verified).length,
    openQuestions: sum([...allReliefs(year), ...year.flatCharges].map(({ questions }) => questions.length)),
  }
}
