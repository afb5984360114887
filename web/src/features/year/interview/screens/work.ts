import type { Facts } from '../../../../../../server/api-types.ts'
import { toSen } from '../../../../i18n/money.ts'
import { typedDay } from '../fields/typed-day.ts'
import type { DayField, FieldName, Values } from '../fields.ts'
import { amountsIn, incomeOf, mayHaveFlatRate, money, oneAmount, type Screen, without } from '../screen.ts'
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
const SCHEMES = ['returning-expert', 'knowledge-worker', 'c-suite'] as const
type Scheme = (typeof SCHEMES)[number]

/** As many stays as a year of coming or leaving has; more of them stay as they are stored. */
const STAYS = [
  { from: 'stayFrom', to: 'stayTo' },
  { from: 'secondStayFrom', to: 'secondStayTo' },
  { from: 'thirdStayFrom', to: 'thirdStayTo' },
  { from: 'fourthStayFrom', to: 'fourthStayTo' },
] as const satisfies readonly { from: FieldName; to: FieldName }[]

/** With the rate that an approval gives, as far as the question was asked and answered. */
function withRate(facts: Facts, { employmentRate: scheme, rateFirstYear }: Values): Facts {
  if (scheme === undefined) return facts
  if (scheme === 'none') return without(facts, 'employmentRate')
  const firstYear = scheme === 'returning-expert' ? Number(rateFirstYear) : facts.employmentRate?.firstYear
  return {
    ...facts,
    employmentRate: { scheme: scheme as Scheme, ...(firstYear !== undefined && { firstYear }) },
  }
}

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
      {
        kind: 'choice',
        name: 'employmentRate',
        options: () => ['none', ...SCHEMES],
        optional: true,
        shownIf: ({ employment, resident }, { facts }) =>
          resident !== 'no' && mayHaveFlatRate(toSen(employment ?? ''), facts),
      },
      {
        kind: 'choice',
        name: 'rateFirstYear',
        options: ({ year }) => [4, 3, 2, 1, 0].map((before) => String(year - before)),
        shownIf: ({ employmentRate, resident }) => resident !== 'no' && employmentRate === 'returning-expert',
      },
    ],
    read: ({ income, abroad, resident, employmentRate }): Values => ({
      ...(employmentRate && {
        employmentRate: employmentRate.scheme,
        ...(employmentRate.firstYear !== undefined && { rateFirstYear: String(employmentRate.firstYear) }),
      }),
      ...amountsIn([['employment', income?.employment]]),
      ...(abroad === false && resident !== false && { abroad: 'no' }),
      ...((abroad || resident === false) && {
        abroad: 'yes',
        resident: resident === undefined ? 'unsure' : resident ? 'yes' : 'no',
      }),
    }),
    apply(facts, { values, sen }) {
      const earned = withRate(
        { ...facts, income: { ...facts.income, employment: sen('employment') } },
        values,
      )
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
    id: 'stays',
    card: 'work',
    optional: true,
    // Who knows the answer has no days to count.
    when: ({ facts }) => facts.abroad === true && facts.resident === undefined,
    fields: STAYS.flatMap(({ from, to }, index): DayField[] => {
      const before = STAYS[index - 1]
      const shownIf = (values: Values) => before === undefined || Boolean(values[before.to])
      return [
        { kind: 'day', name: from, optional: true, shownIf },
        { kind: 'day', name: to, optional: true, shownIf },
      ]
    }),
    read: ({ stays = [] }): Values =>
      Object.fromEntries(
        STAYS.flatMap(({ from, to }, index) => {
          const stay = stays[index]
          return stay ? [[from, typedDay(stay.from)] as const, [to, typedDay(stay.to)] as const] : []
        }),
      ),
    apply(facts, { day }) {
      const typed = STAYS.flatMap(({ from, to }) => {
        const [arrived, left] = [day(from), day(to)]
        return arrived && left ? [{ from: arrived, to: left }] : []
      })
      const all = [...typed, ...(facts.stays ?? []).slice(STAYS.length)]
      return { ...without(facts, 'stays'), ...(all.length > 0 && { stays: all }) }
    },
    check({ day }) {
      for (const { from, to } of STAYS) {
        const [arrived, left] = [day(from), day(to)]
        if ((arrived === undefined) !== (left === undefined)) return { [left ? from : to]: 'stay' }
        if (arrived && left && left < arrived) return { [to]: 'stay' }
      }
      return {}
    },
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
