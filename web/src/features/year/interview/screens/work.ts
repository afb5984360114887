import type { Facts } from '../../../../../../server/api-types.ts'
import type { FieldName, Values } from '../fields.ts'
import { amountsIn, incomeOf, money, oneAmount, type Screen, without } from '../screen.ts'
import { deductionsScreen, hasIncomeBesidesPay, instalmentsScreen } from './business.ts'

const OTHER_INCOME = ['business', 'partnership', 'rent', 'dividend', 'llp-profit', 'other'] as const
const OTHER_NAMES = {
  business: 'businessIncome',
  partnership: 'partnershipIncome',
  rent: 'rentIncome',
  dividend: 'dividendIncome',
  'llp-profit': 'llpIncome',
  other: 'otherIncome',
} as const satisfies Record<(typeof OTHER_INCOME)[number], FieldName>

/** A business that made a loss is there, with 0 of income. */
const MAY_BE_NOTHING: ReadonlySet<string> = new Set(['business', 'partnership'])

/** What a person earns, and what was paid of the tax. */
export const workScreens: readonly Screen[] = [
  {
    id: 'work',
    card: 'work',
    fields: [
      money('employment'),
      // Nearly everybody lives here all year, so nobody has to answer.
      { kind: 'choice', name: 'abroad', options: () => ['no', 'yes'], optional: true },
      {
        kind: 'choice',
        name: 'resident',
        options: () => ['yes', 'no', 'unsure'],
        shownIf: ({ abroad }) => abroad === 'yes',
      },
    ],
    read: ({ income, abroad, resident }): Values => ({
      ...amountsIn([['employment', income?.employment]]),
      ...(abroad === false && resident !== false && { abroad: 'no' }),
      ...((abroad || resident === false) && {
        abroad: 'yes',
        resident: resident === undefined ? 'unsure' : resident ? 'yes' : 'no',
      }),
    }),
    apply(facts, { values, sen }) {
      const earned: Facts = { ...facts, income: { ...facts.income, employment: sen('employment') } }
      if (values.abroad === undefined) return earned
      const abroad = values.abroad === 'yes'
      const isKnown = abroad && values.resident !== 'unsure'
      return {
        ...without(earned, 'resident'),
        abroad,
        ...(isKnown && { resident: values.resident === 'yes' }),
      }
    },
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
      const some = found.filter((kind) => income[kind] || MAY_BE_NOTHING.has(kind))
      return {
        hasOtherIncome: some.length > 0 ? 'yes' : 'none',
        ...amountsIn(some.map((kind) => [OTHER_NAMES[kind], income[kind]] as const)),
      }
    },
    apply(facts, { sen }) {
      const kept = without(facts.income ?? {}, ...OTHER_INCOME)
      const others = OTHER_INCOME.map((kind) => [kind, sen(OTHER_NAMES[kind])] as const).filter(
        ([kind, amount]) => amount || (amount === 0 && MAY_BE_NOTHING.has(kind)),
      )
      return {
        ...facts,
        income: { ...kept, ...(others.length > 0 ? Object.fromEntries(others) : { other: 0 }) },
      }
    },
    check: ({ values, sen }) =>
      values.hasOtherIncome === 'yes' &&
      OTHER_INCOME.every((kind) =>
        MAY_BE_NOTHING.has(kind) ? sen(OTHER_NAMES[kind]) === undefined : !sen(OTHER_NAMES[kind]),
      )
        ? oneAmount([OTHER_NAMES.business])
        : {},
  },
  deductionsScreen,
  {
    id: 'pcb',
    card: 'work',
    // Who has no pay has no PCB: the instalments are asked alone.
    when: (known) => {
      const { income, taxPaidSen } = known.facts
      const hasNoPay = income?.employment === 0 && hasIncomeBesidesPay(known)
      return incomeOf(income) > 0 && (taxPaidSen !== undefined || !hasNoPay)
    },
    fields: [money('taxPaid', { label: (known) => (hasIncomeBesidesPay(known) ? 'pcb' : 'taxPaid') })],
    read: ({ taxPaidSen }) => amountsIn([['taxPaid', taxPaidSen]]),
    apply: (facts, { sen }) => ({ ...facts, taxPaidSen: sen('taxPaid') }),
    statements: ['ea-form'],
    shows: 'balance',
  },
  instalmentsScreen,
]
