import type { Facts } from '../../../../../../server/api-types.ts'
import { typedDay } from '../fields/typed-day.ts'
import type { Values } from '../fields.ts'
import { amountsIn, hadSpouse, incomeOf, married, money, type Screen, without } from '../screen.ts'
import { statedAmounts } from './stated-amounts.ts'

/** What a spouse without income pays and the law treats as the other's (section 50(2)). */
const SPOUSE_PAYMENTS = [
  { name: 'spouseLifeInsurance', code: 'life-insurance-or-voluntary-epf' },
  { name: 'spouseMedicalInsurance', code: 'education-medical-insurance' },
] as const

/** They are the other's only if the marriage lasted to the end of the year (section 50(1)). */
const premiumsOf = ({ spouse }: Facts) => (spouse?.until === undefined ? SPOUSE_PAYMENTS : [])

const isOver = (maritalStatus: string | undefined) =>
  maritalStatus === 'divorced' || maritalStatus === 'widowed'

const earnsNothing = ({ spouse }: Facts) => incomeOf(spouse?.income) === 0

/** Whether anything was paid of which the law does not say whose it is. */
const hasOtherPayments = ({ spouse }: Facts) =>
  Object.entries(spouse?.amounts ?? {}).some(
    ([code, sen]) => sen > 0 && !SPOUSE_PAYMENTS.some((one) => one.code === code),
  ) || (spouse?.sspn?.depositsSen ?? 0) > 0

/** Husband or wife, and how the two are assessed. */
export const spouseScreens: readonly Screen[] = [
  {
    id: 'spouse',
    card: 'spouse',
    fields: [
      { kind: 'choice', name: 'maritalStatus', options: () => ['single', 'married', 'divorced', 'widowed'] },
      {
        kind: 'choice',
        name: 'endedInYear',
        options: () => ['no', 'yes'],
        shownIf: ({ maritalStatus }) => isOver(maritalStatus),
      },
      {
        kind: 'day',
        name: 'spouseUntil',
        shownIf: ({ maritalStatus, endedInYear }) => isOver(maritalStatus) && endedInYear === 'yes',
      },
    ],
    read({ maritalStatus, spouse }): Values {
      if (!maritalStatus) return spouse ? { maritalStatus: 'married' } : {}
      if (!isOver(maritalStatus)) return { maritalStatus }
      if (spouse?.until === undefined) return { maritalStatus, endedInYear: 'no' }
      return { maritalStatus, endedInYear: 'yes', spouseUntil: typedDay(spouse.until) }
    },
    apply(facts, { values, day }) {
      const maritalStatus = values.maritalStatus as Facts['maritalStatus']
      if (maritalStatus === 'married')
        return { ...facts, maritalStatus, ...(facts.spouse && { spouse: without(facts.spouse, 'until') }) }
      const until = day('spouseUntil')
      // Nobody is assessed jointly with a spouse of a part of the year.
      if (until !== undefined)
        return { ...without(facts, 'assessment'), maritalStatus, spouse: { ...facts.spouse, until } }
      // Nothing may be said of a spouse who is none.
      const { children } = facts
      return {
        ...without(facts, 'spouse', 'assessment'),
        maritalStatus,
        ...(children && { children: children.map((child) => ({ ...child, claimedBy: 'self' as const })) }),
      }
    },
    law: () => 'spouse',
  },
  {
    id: 'spouse-income',
    card: 'spouse',
    when: hadSpouse,
    fields: [
      { kind: 'choice', name: 'hasSpouseIncome', options: () => ['none', 'yes', 'unsure'] },
      money('spouseIncome', { shownIf: (values) => values.hasSpouseIncome === 'yes' }),
      money('spouseEpf', { optional: true, shownIf: (values) => values.hasSpouseIncome === 'yes' }),
    ],
    read({ spouse }): Values {
      // Taken over from an earlier year: of this year's income nothing is known.
      if (!spouse?.income) return {}
      const sen = incomeOf(spouse.income)
      if (sen === 0) return { hasSpouseIncome: 'none' }
      return {
        hasSpouseIncome: 'yes',
        ...amountsIn([
          ['spouseIncome', sen],
          ['spouseEpf', spouse.epf?.compulsorySen],
        ]),
      }
    },
    apply(facts, { values, sen }) {
      if (values.hasSpouseIncome === 'unsure') {
        // Until when the marriage lasted is known all the same.
        const { until } = facts.spouse ?? {}
        return until === undefined ? withoutSpouse(facts) : { ...facts, spouse: { until } }
      }
      if (values.hasSpouseIncome === 'none') {
        const spouse = { ...without(facts.spouse ?? {}, 'epf'), income: {} }
        return { ...without(facts, 'assessment'), spouse }
      }
      // Income of other kinds, said elsewhere, stays what it is.
      const { employment: _, ...others } = facts.spouse?.income ?? {}
      const employment = Math.max(0, (sen('spouseIncome') ?? 0) - incomeOf(others))
      const epf = sen('spouseEpf')
      const spouse = { ...without(facts.spouse ?? {}, 'epf'), income: { ...others, employment } }
      return {
        ...facts,
        spouse:
          epf === undefined
            ? spouse
            : { ...spouse, epf: { voluntarySen: 0, ...facts.spouse?.epf, compulsorySen: epf } },
      }
    },
    law: () => 'spouse',
  },
  {
    id: 'spouse-payments',
    card: 'spouse',
    optional: true,
    when: (known) =>
      hadSpouse(known) &&
      known.facts.spouse?.income !== undefined &&
      earnsNothing(known.facts) &&
      (premiumsOf(known.facts).length > 0 || hasOtherPayments(known.facts)),
    fields: [
      ...SPOUSE_PAYMENTS.map(({ name, code }) =>
        money(name, { code, optional: true, shownIf: (_, { facts }) => premiumsOf(facts).length > 0 }),
      ),
      {
        kind: 'choice',
        name: 'claimPayments',
        options: () => ['yes', 'no', 'unsure'],
        weighs: true,
        shownIf: (_, { facts }) => hasOtherPayments(facts),
      },
    ],
    read({ spouse }): Values {
      const { amounts, claimPayments } = spouse ?? {}
      return {
        ...amountsIn(SPOUSE_PAYMENTS.map(({ name, code }) => [name, amounts?.[code]] as const)),
        ...(claimPayments !== undefined && { claimPayments: claimPayments ? 'yes' : 'no' }),
      }
    },
    apply(facts, { values, sen }) {
      const amounts = without(facts.spouse?.amounts ?? {}, ...premiumsOf(facts).map(({ code }) => code))
      for (const { name, code } of premiumsOf(facts)) {
        const paid = sen(name)
        if (paid !== undefined) amounts[code] = paid
      }
      const spouse = without(facts.spouse ?? {}, 'amounts', 'claimPayments')
      const isDecided = values.claimPayments === 'yes' || values.claimPayments === 'no'
      return {
        ...facts,
        spouse: {
          ...spouse,
          ...(Object.keys(amounts).length > 0 && { amounts }),
          ...(isDecided && { claimPayments: values.claimPayments === 'yes' }),
        },
      }
    },
    law: () => 'education-medical-insurance',
    statements: ['insurance'],
  },
  {
    id: 'assessment',
    card: 'spouse',
    optional: true,
    when: (known) =>
      married(known) && incomeOf(known.facts.spouse?.income) > 0 && incomeOf(known.facts.income) > 0,
    fields: [
      {
        kind: 'choice',
        name: 'assessment',
        options: () => ['separate', 'joint', 'joint-in-spouse-name'],
        weighs: true,
      },
    ],
    read: ({ assessment }): Values => (assessment ? { assessment } : {}),
    apply: (facts, { values }) => ({ ...facts, assessment: values.assessment as Facts['assessment'] }),
    baseline: (facts) => ({ ...facts, assessment: 'separate' }),
  },
  statedAmounts({
    id: 'alimony',
    card: 'spouse',
    when: ({ facts }) => facts.maritalStatus === 'divorced',
    choice: 'paysAlimony',
    amounts: [{ name: 'alimony', code: 'alimony' }],
    statements: ['other'],
  }),
]

function withoutSpouse(facts: Facts): Facts {
  const { children } = facts
  return {
    ...without(facts, 'spouse', 'assessment'),
    ...(children && { children: children.map((child) => ({ ...child, claimedBy: 'self' as const })) }),
  }
}
