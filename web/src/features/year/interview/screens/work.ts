import type { FieldName } from '../fields.ts'
import { amountsIn, incomeOf, money, oneAmount, type Screen, without } from '../screen.ts'

const OTHER_INCOME = ['business', 'rent', 'dividend', 'llp-profit', 'other'] as const
const OTHER_NAMES = {
  business: 'businessIncome',
  rent: 'rentIncome',
  dividend: 'dividendIncome',
  'llp-profit': 'llpIncome',
  other: 'otherIncome',
} as const satisfies Record<(typeof OTHER_INCOME)[number], FieldName>

/** What a person earns, and what was paid of the tax. */
export const workScreens: readonly Screen[] = [
  {
    id: 'work',
    card: 'work',
    fields: [money('employment')],
    read: ({ income }) => amountsIn([['employment', income?.employment]]),
    apply: (facts, { sen }) => ({ ...facts, income: { ...facts.income, employment: sen('employment') } }),
    statements: ['ea-form'],
  },
  {
    id: 'other-income',
    card: 'work',
    fields: [
      { kind: 'choice', name: 'hasOtherIncome', options: () => ['none', 'yes'] },
      ...OTHER_INCOME.map((kind) =>
        money(OTHER_NAMES[kind], { optional: true, shownIf: (values) => values.hasOtherIncome === 'yes' }),
      ),
    ],
    read({ income = {} }) {
      const found = OTHER_INCOME.filter((kind) => income[kind] !== undefined)
      if (found.length === 0) return {}
      const some = found.filter((kind) => income[kind])
      return {
        hasOtherIncome: some.length > 0 ? 'yes' : 'none',
        ...amountsIn(some.map((kind) => [OTHER_NAMES[kind], income[kind]] as const)),
      }
    },
    apply(facts, { sen }) {
      const kept = without(facts.income ?? {}, ...OTHER_INCOME)
      const others = OTHER_INCOME.map((kind) => [kind, sen(OTHER_NAMES[kind])] as const).filter(
        ([, amount]) => amount,
      )
      return {
        ...facts,
        income: { ...kept, ...(others.length > 0 ? Object.fromEntries(others) : { other: 0 }) },
      }
    },
    check: ({ values, sen }) =>
      values.hasOtherIncome === 'yes' && OTHER_INCOME.every((kind) => !sen(OTHER_NAMES[kind]))
        ? oneAmount([OTHER_NAMES.business])
        : {},
  },
  {
    id: 'pcb',
    card: 'work',
    when: ({ facts }) => incomeOf(facts.income) > 0,
    fields: [money('taxPaid')],
    read: ({ taxPaidSen }) => amountsIn([['taxPaid', taxPaidSen]]),
    apply: (facts, { sen }) => ({ ...facts, taxPaidSen: sen('taxPaid') }),
    statements: ['ea-form'],
    shows: 'balance',
  },
]
