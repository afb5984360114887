import type { Facts } from '../../../../../../server/api-types.ts'
import type { Values } from '../fields.ts'
import { amountsIn, incomeOf, married, money, type Screen, without } from '../screen.ts'
import { statedAmounts } from './stated-amounts.ts'

/** Husband or wife, and how the two are assessed. */
export const spouseScreens: readonly Screen[] = [
  {
    id: 'spouse',
    card: 'spouse',
    fields: [
      { kind: 'choice', name: 'maritalStatus', options: () => ['single', 'married', 'divorced', 'widowed'] },
    ],
    read: ({ maritalStatus, spouse }): Values =>
      maritalStatus ? { maritalStatus } : spouse ? { maritalStatus: 'married' } : {},
    apply(facts, { values }) {
      const maritalStatus = values.maritalStatus as Facts['maritalStatus']
      if (maritalStatus === 'married') return { ...facts, maritalStatus }
      // Nothing may be said of a spouse who is none.
      const { children } = facts
      return {
        ...without(facts, 'spouse', 'assessment'),
        maritalStatus,
        ...(children && { children: children.map((child) => ({ ...child, claimedBy: 'self' as const })) }),
      }
    },
  },
  {
    id: 'spouse-income',
    card: 'spouse',
    when: married,
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
      if (values.hasSpouseIncome === 'unsure') return withoutSpouse(facts)
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
