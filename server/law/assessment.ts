import { flatLines } from './allowed-reliefs.ts'
import { assess, type Estimate, estimate } from './estimate.ts'
import { totalIncome } from './income.ts'
import type { Taxpayer } from './taxpayer.ts'
import { allReliefs } from './tree.ts'
import type { TaxYear } from './year.ts'

export interface Separate {
  kind: 'separate'
  first: Estimate
  second: Estimate
  payableSen: number
  /** Reliefs both claim though only one of a couple may: they must choose. */
  claimedTwice: string[]
}

export interface Joint {
  kind: 'joint'
  /** In whose name; their reliefs, and both people's spending. */
  assessed: 'first' | 'second'
  estimate: Estimate
  payableSen: number
}

/**
 * A couple living together, assessed each for themselves and jointly in either name. Joint assessment adds one's
 * total income to the other's (section 45(2)), so there is none unless both have some.
 */
export function compareAssessments(year: TaxYear, first: Taxpayer, second: Taxpayer) {
  const firstIncome = totalIncome(year, first)
  const secondIncome = totalIncome(year, second)
  const incomes = [firstIncome, secondIncome]
  const separate = separately(year, [first, firstIncome.totalSen], [second, secondIncome.totalSen])
  const joint = incomes.every(({ totalSen }) => totalSen > 0)
    ? [
        jointly('first', assess(year, incomes, jointTaxpayer(year, first, second))),
        jointly('second', assess(year, incomes, jointTaxpayer(year, second, first))),
      ]
    : []
  const best = [separate, ...joint].reduce<Separate | Joint>(
    (found, other) => (other.payableSen < found.payableSen ? other : found),
    separate,
  )
  return { separate, joint, best }
}

const jointly = (assessed: Joint['assessed'], result: Estimate): Joint => ({
  kind: 'joint',
  assessed,
  estimate: result,
  payableSen: result.payableSen,
})

function separately(
  year: TaxYear,
  [first, firstTotal]: [Taxpayer, number],
  [second, secondTotal]: [Taxpayer, number],
): Separate {
  const estimates = [
    estimate(year, asSpouses(first, second, secondTotal)),
    estimate(year, asSpouses(second, first, firstTotal)),
  ] as const
  const claimed = estimates.map(
    ({ reliefs }) =>
      new Set(flatLines(reliefs.lines).flatMap(({ code, allowedSen }) => (allowedSen > 0 ? [code] : []))),
  )
  const claimedTwice = allReliefs(year)
    .filter(({ couple }) => couple === 'one-of-couple')
    .map(({ code }) => code)
    .filter((code) => claimed.every((codes) => codes.has(code)))
  const payableSen = estimates[0].payableSen + estimates[1].payableSen
  return { kind: 'separate', first: estimates[0], second: estimates[1], payableSen, claimedTwice }
}

const asSpouses = (one: Taxpayer, other: Taxpayer, otherTotalSen: number): Taxpayer => ({
  ...one,
  jointly: false,
  spouse: {
    disabled: other.disabled,
    hasIncome: otherTotalSen > 0,
    foreignIncomeSen: one.spouse?.foreignIncomeSen ?? 0,
  },
})

/** Both as one taxpayer in the first one's name: the spouse's spending counts as theirs (section 46(3)). */
export function jointTaxpayer(year: TaxYear, assessed: Taxpayer, spouse: Taxpayer): Taxpayer {
  const wifeOnly = allReliefs(year).filter(({ couple }) => couple === 'wife-only')
  // Whatever is the wife's alone is lost in the husband's name; in hers he has none of it.
  const spouseSpend = { ...spouse.spend }
  for (const { code } of wifeOnly) delete spouseSpend[code]
  return {
    ...assessed,
    jointly: true,
    spouse: {
      disabled: spouse.disabled,
      hasIncome: true,
      foreignIncomeSen: assessed.spouse?.foreignIncomeSen ?? 0,
    },
    spend: added(assessed.spend, spouseSpend),
    children: [...assessed.children, ...spouse.children],
    people: {
      child: assessed.people.child + spouse.people.child,
      parent: assessed.people.parent + spouse.people.parent,
    },
    earlier: [...assessed.earlier, ...spouse.earlier],
    paid: added(assessed.paid, spouse.paid),
    foreignTaxCreditSen: assessed.foreignTaxCreditSen + spouse.foreignTaxCreditSen,
    taxPaidSen: assessed.taxPaidSen + spouse.taxPaidSen,
  }
}

function added(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const result = { ...one }
  for (const [code, amountSen] of Object.entries(other)) result[code] = (result[code] ?? 0) + amountSen
  return result
}
