import { flatLines } from './allowed-reliefs.ts'
import { assess, type Estimate, estimate } from './estimate.ts'
import { totalIncome } from './income.ts'
import { addByCode } from './money.ts'
import type { Taxpayer } from './taxpayer.ts'
import { allReliefs, wifeOnlyCodes } from './tree.ts'
import type { TaxYear } from './year.ts'

export interface Separate {
  kind: 'separate'
  first: Estimate
  second: Estimate
  payableSen: number
  /** Reliefs that only one of a couple may claim and both did. They must choose. */
  claimedTwice: string[]
}

export interface Joint {
  kind: 'joint'
  /** In whose name: the reliefs of that person, the spending of both. */
  assessed: 'first' | 'second'
  estimate: Estimate
  payableSen: number
}

/**
 * A couple living together: separate assessment, and joint assessment in the name of either. Joint assessment adds one
 * total income to the other (section 45(2)), so it needs total income of both, and it needs that they did not cease to
 * live together or to be husband and wife in the year.
 */
export function compareAssessments(year: TaxYear, first: Taxpayer, second: Taxpayer) {
  const firstIncome = totalIncome(year, first)
  const secondIncome = totalIncome(year, second)
  const incomes = [firstIncome, secondIncome]
  const separate = separately(year, [first, firstIncome.totalSen], [second, secondIncome.totalSen])
  const joint = canBeJoint(year, first, second)
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

/** Whether the incomes of two can be added (section 45(2)): both have total income, and the marriage lasted. */
export const canBeJoint = (year: TaxYear, first: Taxpayer, second: Taxpayer): boolean =>
  !first.spouse?.endedInYear && [first, second].every((person) => totalIncome(year, person).totalSen > 0)

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
    endedInYear: (one.spouse ?? other.spouse)?.endedInYear ?? false,
  },
})

/** Both as one taxpayer, in the name of `assessed`: the spending of the spouse counts as theirs (section 46(3)). */
export function jointTaxpayer(year: TaxYear, assessed: Taxpayer, spouse: Taxpayer): Taxpayer {
  // The wife's own reliefs are lost in the husband's name. In her name, he has none of them.
  const spouseSpend = { ...spouse.spend }
  for (const code of wifeOnlyCodes(year)) delete spouseSpend[code]
  return {
    ...assessed,
    jointly: true,
    spouse: {
      disabled: spouse.disabled,
      hasIncome: true,
      foreignIncomeSen: assessed.spouse?.foreignIncomeSen ?? 0,
    },
    spend: addByCode(assessed.spend, spouseSpend),
    children: [...assessed.children, ...spouse.children],
    people: {
      child: assessed.people.child + spouse.people.child,
      parent: assessed.people.parent + spouse.people.parent,
    },
    earlier: [...assessed.earlier, ...spouse.earlier],
    paid: addByCode(assessed.paid, spouse.paid),
    foreignTaxCreditSen: assessed.foreignTaxCreditSen + spouse.foreignTaxCreditSen,
    taxPaidSen: assessed.taxPaidSen + spouse.taxPaidSen,
    instalmentsSen: assessed.instalmentsSen + spouse.instalmentsSen,
    agentDeductionsSen: assessed.agentDeductionsSen + spouse.agentDeductionsSen,
    deductedAtSourceSen: assessed.deductedAtSourceSen + spouse.deductedAtSourceSen,
  }
}
