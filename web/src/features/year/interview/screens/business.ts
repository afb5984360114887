import type { Facts } from '../../../../../../server/api-types.ts'
import type { FieldName, Known, MoneyField, Values } from '../fields.ts'
import { amountsIn, money, oneAmount, type Screen } from '../screen.ts'

/** A business or a partnership of this year, also one that made a loss. */
export const hasBusiness = ({ facts: { income, business } }: Pick<Known, 'facts'>) =>
  income?.business !== undefined || income?.partnership !== undefined || business !== undefined

const DEDUCTIONS = {
  capitalAllowancesSen: 'capitalAllowances',
  lossSen: 'businessLoss',
  lossesBroughtForwardSen: 'earlierLosses',
} as const satisfies Record<keyof NonNullable<Facts['business']>, FieldName>
const deductions = Object.entries(DEDUCTIONS) as [keyof typeof DEDUCTIONS, FieldName][]

/** Income that no employer deducts tax from, so that LHDN may ask for instalments. */
const OTHERS = ['business', 'partnership', 'rent', 'dividend', 'llp-profit', 'other'] as const
export const hasIncomeBesidesPay = ({ facts: { income = {} } }: Pick<Known, 'facts'>) =>
  OTHERS.some((kind) => (income[kind] ?? 0) > 0)

const PAYMENTS = {
  instalmentsSen: 'instalments',
  agentDeductionsSen: 'agentDeductions',
  deductedAtSourceSen: 'deductedAtSource',
} as const satisfies Partial<Record<keyof Facts, FieldName>>
const payments = Object.entries(PAYMENTS) as [keyof typeof PAYMENTS, FieldName][]

const SHOWN_IF: Partial<Record<keyof typeof PAYMENTS, (known: Known) => boolean>> = {
  agentDeductionsSen: ({ facts }) => (facts.income?.business ?? 0) > 0,
  deductedAtSourceSen: ({ facts }) => (facts.income?.other ?? 0) + (facts.income?.dividend ?? 0) > 0,
}

/** "None, or how much": each of the amounts may be left out. */
const optional = (choice: FieldName, name: FieldName, more: Partial<MoneyField> = {}) =>
  money(name, {
    optional: true,
    ...more,
    shownIf: (values, known) => values[choice] === 'yes' && (more.shownIf?.(values, known) ?? true),
  })

/** What a business deducts: asked of those who have one. */
export const deductionsScreen: Screen = {
  id: 'business',
  card: 'work',
  when: hasBusiness,
  fields: [
    { kind: 'choice', name: 'hasDeductions', options: () => ['none', 'yes'] },
    ...deductions.map(([, name]) => optional('hasDeductions', name)),
  ],
  read({ business }): Values {
    if (!business) return {}
    const some = deductions.filter(([member]) => business[member] > 0)
    return {
      hasDeductions: some.length > 0 ? 'yes' : 'none',
      ...amountsIn(some.map(([member, name]) => [name, business[member]] as const)),
    }
  },
  apply: (facts, { sen }) => ({
    ...facts,
    business: {
      capitalAllowancesSen: sen('capitalAllowances') ?? 0,
      lossSen: sen('businessLoss') ?? 0,
      lossesBroughtForwardSen: sen('earlierLosses') ?? 0,
    },
  }),
  check: ({ values, sen }) =>
    values.hasDeductions === 'yes' && deductions.every(([, name]) => !sen(name))
      ? oneAmount(['capitalAllowances'])
      : {},
}

/** What was paid of the tax by other ways than PCB: each has a box of its own in the form. */
export const instalmentsScreen: Screen = {
  id: 'instalments',
  card: 'work',
  when: hasIncomeBesidesPay,
  fields: [
    { kind: 'choice', name: 'paysInstalments', options: () => ['none', 'yes'] },
    ...payments.map(([member, name]) =>
      optional('paysInstalments', name, {
        shownIf: (_values, known) => SHOWN_IF[member]?.(known) ?? true,
      }),
    ),
  ],
  read(facts): Values {
    if (payments.every(([member]) => facts[member] === undefined)) return {}
    const some = payments.filter(([member]) => facts[member])
    return {
      paysInstalments: some.length > 0 ? 'yes' : 'none',
      ...amountsIn(some.map(([member, name]) => [name, facts[member]] as const)),
    }
  },
  apply(facts, { sen }, known) {
    const asked = payments.filter(([member]) => SHOWN_IF[member]?.(known) ?? true)
    return { ...facts, ...Object.fromEntries(asked.map(([member, name]) => [member, sen(name) ?? 0])) }
  },
  check: ({ values, sen }) =>
    values.paysInstalments === 'yes' && payments.every(([, name]) => !sen(name))
      ? oneAmount(['instalments'])
      : {},
  shows: 'balance',
}
