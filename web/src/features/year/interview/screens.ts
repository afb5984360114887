import type { Child, Facts, Reliefs, Statement } from '../../../../../server/api-types.ts'
import { amount } from '../../../i18n/money.ts'
import { findRelief } from '../../../ui/relief-names.ts'
import {
  type Answer,
  type Field,
  type FieldName,
  type Known,
  type MoneyField,
  sharesIn,
  type Values,
  type Wrong,
} from './fields.ts'

export const cardIds = [
  'work',
  'spouse',
  'children',
  'parents',
  'epf',
  'zakat',
  'disability',
  'home',
] as const
export type CardId = (typeof cardIds)[number]

export type ScreenId =
  | CardId
  | 'other-income'
  | 'pcb'
  | 'spouse-income'
  | 'assessment'
  | 'alimony'
  | 'children-claim'
  | 'mother'
  | 'insurance'
  | 'savings'

/** One question. A card has several, of which only those that apply are asked. */
export interface Screen {
  id: ScreenId
  card: CardId
  /** Left out: always. */
  when?(known: Known): boolean
  /** The card is complete without it. */
  optional?: boolean
  fields: readonly Field[]
  /** What is known already, as it would be typed; empty where the question is not answered. */
  read(facts: Facts, known: Known): Values
  /** Puts the answer into the facts; an answer of "not sure" takes out what was there. */
  apply(facts: Facts, answer: Answer, known: Known): Facts
  /** What single fields cannot know. */
  check?(answer: Answer): Partial<Record<FieldName, Wrong>>
  /** The code of the relief or rebate whose section is named. */
  law?(known: Known): string | undefined
  /** The statements that prove the answer. */
  statements?: readonly Statement['kind'][]
  /** The facts that the answers are weighed against; left out: those that are stored. */
  baseline?(facts: Facts): Facts
  /** What its foot shows; left out: the tax. */
  shows?: 'balance'
}

const money = (name: FieldName, more: Partial<MoneyField> = {}): MoneyField => ({
  kind: 'money',
  name,
  ...more,
})
/** As a person would type it: 84,000 or 3,331.80. */
const typed = (sen: number) => amount(sen).replace(/\.00$/, '')

const amountsIn = (names: readonly (readonly [string, number | undefined])[]): Values =>
  Object.fromEntries(names.flatMap(([name, sen]) => (sen === undefined ? [] : [[name, typed(sen)]])))

/** Facts without members that are undefined: those would not be known. */
function without<T extends object>(facts: T, ...names: (keyof T)[]): T {
  const rest = { ...facts }
  for (const name of names) delete rest[name]
  return rest
}

const employed = ({ facts }: Known) => (facts.income?.employment ?? 0) > 0
const married = ({ facts }: Known) => facts.maritalStatus === 'married'
const incomeOf = (income: Facts['income']) =>
  Object.values(income ?? {}).reduce((sum, sen) => sum + (sen ?? 0), 0)
const hasChildren = ({ facts }: Known) => (facts.children?.length ?? 0) > 0
const hasLaw =
  (code: string) =>
  ({ reliefs }: Known) =>
    findRelief(reliefs, code) !== undefined

/** The reliefs for interest on a first home: one for each range of prices. */
export const homeLoansOf = ({ reliefs }: Reliefs) =>
  reliefs.filter(({ couple }) => couple === 'shared-by-payment').flatMap(({ children }) => children)

const OTHER_INCOME = ['business', 'rent', 'dividend', 'llp-profit', 'other'] as const
const OTHER_NAMES = {
  business: 'businessIncome',
  rent: 'rentIncome',
  dividend: 'dividendIncome',
  'llp-profit': 'llpIncome',
  other: 'otherIncome',
} as const satisfies Record<(typeof OTHER_INCOME)[number], FieldName>

interface StatedAmounts extends Pick<Screen, 'id' | 'card' | 'when' | 'optional' | 'statements'> {
  choice: FieldName
  amounts: readonly { name: FieldName; code: string; when?(known: Known): boolean }[]
}

/** "None, or how much": amounts that statements prove. None is stored as 0, which needs no statement. */
function statedAmounts({ choice, amounts, ...screen }: StatedAmounts): Screen {
  const known = (facts: Facts) => amounts.filter(({ code }) => facts.amounts?.[code] !== undefined)
  const asked = (all: Known) => amounts.filter(({ when }) => when?.(all) ?? true)
  return {
    ...screen,
    fields: [
      { kind: 'choice', name: choice, options: () => ['none', 'yes', 'unsure'] },
      ...amounts.map(({ name, code, when }) =>
        money(name, {
          code,
          optional: amounts.length > 1,
          shownIf: (values, all) => values[choice] === 'yes' && (when?.(all) ?? true),
        }),
      ),
    ],
    read(facts) {
      const found = known(facts)
      if (found.length === 0) return {}
      const some = found.filter(({ code }) => facts.amounts?.[code])
      if (some.length === 0) return { [choice]: 'none' }
      return {
        [choice]: 'yes',
        ...amountsIn(some.map(({ name, code }) => [name, facts.amounts?.[code]] as const)),
      }
    },
    apply(facts, { values, sen }, all) {
      const others = without(facts.amounts ?? {}, ...amounts.map(({ code }) => code))
      if (values[choice] === 'unsure')
        return Object.keys(others).length > 0 ? { ...facts, amounts: others } : without(facts, 'amounts')
      const own = asked(all).map(({ name, code }) => [code, sen(name) ?? 0])
      return { ...facts, amounts: { ...others, ...Object.fromEntries(own) } }
    },
    check: ({ values, sen }) =>
      values[choice] === 'yes' && amounts.length > 1 && amounts.every(({ name }) => !sen(name))
        ? oneAmount(amounts.map(({ name }) => name))
        : {},
    law: () => amounts[0]?.code,
  }
}

const oneAmount = ([first]: readonly FieldName[]): Partial<Record<FieldName, Wrong>> =>
  first ? { [first]: 'oneAmount' } : {}

/** The questions, in the order they are asked. */
export const screens: readonly Screen[] = [
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
  {
    id: 'children',
    card: 'children',
    fields: [
      { kind: 'choice', name: 'hasChildren', options: () => ['none', 'yes', 'unsure'] },
      { kind: 'children', name: 'children', shownIf: (values) => values.hasChildren === 'yes' },
    ],
    read({ children }): Values {
      if (!children) return {}
      if (children.length === 0) return { hasChildren: 'none' }
      return { hasChildren: 'yes', children: JSON.stringify(children) }
    },
    apply(facts, { values, children }) {
      if (values.hasChildren === 'unsure') return without(facts, 'children')
      return { ...facts, children: values.hasChildren === 'yes' ? children : [] }
    },
    law: () => 'child-under-18',
  },
  {
    id: 'children-claim',
    card: 'children',
    when: (known) => married(known) && known.facts.spouse !== undefined && hasChildren(known),
    fields: [
      {
        kind: 'choice',
        name: 'whoClaims',
        options: ({ facts }) =>
          (facts.children?.length ?? 0) > 1 ? ['self', 'spouse', 'each'] : ['self', 'spouse'],
        weighs: true,
      },
      { kind: 'shares', name: 'shares', shownIf: (values) => values.whoClaims === 'each' },
    ],
    read({ children = [] }) {
      const shares = children.map(({ claimedBy }) => claimedBy)
      const [first = 'self'] = shares
      const isSame = shares.every((one) => one === first)
      return { whoClaims: isSame ? first : 'each', shares: JSON.stringify(shares) }
    },
    apply(facts, { values }) {
      const shares = sharesIn(values)
      const claimedBy = (index: number): Child['claimedBy'] =>
        values.whoClaims === 'each'
          ? (shares[index] ?? 'self')
          : values.whoClaims === 'spouse'
            ? 'spouse'
            : 'self'
      return {
        ...facts,
        children: (facts.children ?? []).map((child, index) => ({ ...child, claimedBy: claimedBy(index) })),
      }
    },
    baseline: (facts) => ({ ...facts, children: [] }),
    law: () => 'child-under-18',
  },
  {
    id: 'mother',
    card: 'children',
    optional: true,
    when: ({ facts, year }) =>
      (facts.children ?? []).some(({ bornOn }) => bornOn >= `${year - 2}-01-01` && bornOn <= `${year}-12-31`),
    fields: [{ kind: 'choice', name: 'sex', options: () => ['female', 'male'] }],
    read: ({ sex }): Values => (sex ? { sex } : {}),
    apply: (facts, { values }) => ({ ...facts, sex: values.sex as Facts['sex'] }),
    law: () => 'breastfeeding-equipment',
  },
  {
    id: 'parents',
    card: 'parents',
    fields: [{ kind: 'choice', name: 'parents', options: () => ['both', 'one', 'abroad', 'gone', 'unsure'] }],
    read({ parents }): Values {
      if (!parents) return {}
      if (parents.living === 0) return { parents: 'gone' }
      if (!parents.inMalaysia) return { parents: 'abroad' }
      return { parents: parents.living === 1 ? 'one' : 'both' }
    },
    apply(facts, { values }) {
      const said = PARENTS[values.parents as keyof typeof PARENTS]
      return said ? { ...facts, parents: said(facts.parents?.living ?? 2) } : without(facts, 'parents')
    },
    law: () => 'parents-medical',
  },
  {
    id: 'epf',
    card: 'epf',
    fields: [
      money('epf', { code: 'epf-approved-scheme' }),
      money('socso', { code: 'socso-eis', optional: true, shownIf: (_, known) => employed(known) }),
      money('voluntaryEpf', { optional: true }),
    ],
    read: ({ epf, amounts }) =>
      amountsIn([
        ['epf', epf?.compulsorySen],
        ['socso', amounts?.['socso-eis']],
        ['voluntaryEpf', epf?.voluntarySen || undefined],
      ]),
    apply(facts, { sen, values }, known) {
      const socso = sen('socso')
      const amounts =
        employed(known) || values.socso !== undefined
          ? without(facts.amounts ?? {}, 'socso-eis')
          : (facts.amounts ?? {})
      const all = socso === undefined ? amounts : { ...amounts, 'socso-eis': socso }
      return {
        ...without(facts, 'amounts'),
        epf: { compulsorySen: sen('epf') ?? 0, voluntarySen: sen('voluntaryEpf') ?? 0 },
        ...(Object.keys(all).length > 0 && { amounts: all }),
      }
    },
    law: () => 'epf-approved-scheme',
    statements: ['ea-form', 'epf'],
  },
  statedAmounts({
    id: 'insurance',
    card: 'epf',
    choice: 'hasInsurance',
    amounts: [
      { name: 'lifeInsurance', code: 'life-insurance-or-voluntary-epf' },
      { name: 'medicalInsurance', code: 'education-medical-insurance' },
    ],
    statements: ['insurance'],
  }),
  {
    id: 'savings',
    card: 'epf',
    fields: [
      { kind: 'choice', name: 'hasSavings', options: () => ['none', 'yes', 'unsure'] },
      ...(['sspnDeposits', 'sspnWithdrawals', 'sspnEducation'] as const).map((name) =>
        money(name, {
          optional: true,
          ...(name === 'sspnDeposits' && { code: 'sspn-net-deposit' }),
          shownIf: (values, known) =>
            values.hasSavings === 'yes' &&
            hasLaw('sspn-net-deposit')(known) &&
            (hasChildren(known) || known.facts.sspn !== undefined),
        }),
      ),
      money('prs', {
        optional: true,
        code: 'prs-deferred-annuity',
        shownIf: (values, known) => values.hasSavings === 'yes' && hasLaw('prs-deferred-annuity')(known),
      }),
    ],
    read({ sspn, amounts }): Values {
      const prs = amounts?.['prs-deferred-annuity']
      if (!sspn && prs === undefined) return {}
      const { depositsSen = 0, withdrawalsSen = 0, educationWithdrawalsSen = 0 } = sspn ?? {}
      const found = amountsIn([
        ['sspnDeposits', depositsSen || undefined],
        ['sspnWithdrawals', withdrawalsSen || undefined],
        ['sspnEducation', educationWithdrawalsSen || undefined],
        ['prs', prs || undefined],
      ])
      return { hasSavings: Object.keys(found).length > 0 ? 'yes' : 'none', ...found }
    },
    apply(facts, { values, sen }) {
      const amounts = without(facts.amounts ?? {}, 'prs-deferred-annuity')
      if (values.hasSavings === 'unsure') {
        const rest = without(facts, 'sspn', 'amounts')
        return Object.keys(amounts).length > 0 ? { ...rest, amounts } : rest
      }
      const depositsSen = sen('sspnDeposits') ?? 0
      const withdrawalsSen = sen('sspnWithdrawals') ?? 0
      const educationWithdrawalsSen = sen('sspnEducation') ?? 0
      const isSaving = depositsSen + withdrawalsSen + educationWithdrawalsSen > 0
      return {
        ...without(facts, 'sspn'),
        ...(isSaving && { sspn: { depositsSen, withdrawalsSen, educationWithdrawalsSen } }),
        amounts: { ...amounts, 'prs-deferred-annuity': sen('prs') ?? 0 },
      }
    },
    check: ({ values, sen }) =>
      values.hasSavings === 'yes' && !sen('prs') && !sen('sspnDeposits') ? oneAmount(['prs']) : {},
    law: () => 'prs-deferred-annuity',
    statements: ['sspn', 'prs'],
  },
  statedAmounts({
    id: 'zakat',
    card: 'zakat',
    choice: 'paysZakat',
    amounts: [{ name: 'zakat', code: 'rebate-zakat-fitrah' }],
    statements: ['zakat'],
  }),
  {
    id: 'disability',
    card: 'disability',
    fields: [
      { kind: 'choice', name: 'disabled', options: () => ['no', 'yes', 'unsure'], weighs: true },
      {
        kind: 'choice',
        name: 'spouseDisabled',
        options: () => ['no', 'yes'],
        shownIf: (_, known) => married(known) && known.facts.spouse !== undefined,
      },
    ],
    read({ disabled, spouse }): Values {
      if (disabled === undefined) return {}
      const spouseDisabled: Values = spouse ? { spouseDisabled: spouse.disabled ? 'yes' : 'no' } : {}
      return { disabled: disabled ? 'yes' : 'no', ...spouseDisabled }
    },
    apply(facts, { values }) {
      const known: Facts =
        facts.spouse && values.spouseDisabled
          ? { ...facts, spouse: { ...facts.spouse, disabled: values.spouseDisabled === 'yes' } }
          : facts
      if (values.disabled === 'unsure') return without(known, 'disabled')
      return { ...known, disabled: values.disabled === 'yes' }
    },
    baseline: (facts) => ({ ...facts, disabled: false }),
    law: () => 'disabled-self',
  },
  {
    id: 'home',
    card: 'home',
    when: ({ reliefs }) => homeLoansOf(reliefs).length > 0,
    fields: [
      {
        kind: 'choice',
        name: 'homeLoan',
        options: ({ reliefs }) => ['none', ...homeLoansOf(reliefs).map(({ code }) => code), 'unsure'],
      },
      money('loanInterest', { shownIf: ({ homeLoan }) => isLoan(homeLoan) }),
      money('loanTogether', { optional: true, shownIf: ({ homeLoan }) => isLoan(homeLoan) }),
    ],
    read({ housingLoan }): Values {
      if (!housingLoan) return {}
      const { relief, interestSen, togetherSen } = housingLoan
      if (interestSen === 0) return { homeLoan: 'none' }
      return {
        homeLoan: relief,
        ...amountsIn([
          ['loanInterest', interestSen],
          ['loanTogether', togetherSen],
        ]),
      }
    },
    apply(facts, { values, sen }, { reliefs }) {
      const { homeLoan = 'unsure' } = values
      if (homeLoan === 'unsure') return without(facts, 'housingLoan')
      const relief = isLoan(homeLoan) ? homeLoan : (homeLoansOf(reliefs)[0]?.code ?? '')
      const togetherSen = sen('loanTogether')
      return {
        ...facts,
        housingLoan: {
          relief,
          interestSen: isLoan(homeLoan) ? (sen('loanInterest') ?? 0) : 0,
          ...(togetherSen !== undefined && { togetherSen }),
        },
      }
    },
    check: ({ sen }) =>
      (sen('loanTogether') ?? Number.POSITIVE_INFINITY) < (sen('loanInterest') ?? 0)
        ? { loanTogether: 'lessThanOwn' }
        : {},
    law: ({ reliefs }) => homeLoansOf(reliefs)[0]?.code,
    statements: ['housing-loan'],
  },
]

const isLoan = (homeLoan: string | undefined) =>
  homeLoan !== undefined && !['none', 'unsure', ''].includes(homeLoan)

/** What each answer says of the parents; how many they are stays as it was said. */
const PARENTS: Partial<Record<string, (living: number) => NonNullable<Facts['parents']>>> = {
  both: (living) => ({ living: Math.max(2, living), inMalaysia: true }),
  one: () => ({ living: 1, inMalaysia: true }),
  abroad: (living) => ({ living: Math.max(1, living), inMalaysia: false }),
  gone: () => ({ living: 0, inMalaysia: false }),
}

function withoutSpouse(facts: Facts): Facts {
  const { children } = facts
  return {
    ...without(facts, 'spouse', 'assessment'),
    ...(children && { children: children.map((child) => ({ ...child, claimedBy: 'self' as const })) }),
  }
}

/** What a screen knows of its answer; where receipts tell it, nothing more is the answer to begin with. */
export function storedValues(screen: Screen, known: Known): Values {
  const read = screen.read(known.facts, known)
  const choice = screen.fields.find(({ kind }) => kind === 'choice')
  if (Object.keys(read).length > 0 || !choice || !isTold(screen, known)) return read
  return { [choice.name]: 'none' }
}

const isTold = ({ fields }: Screen, { receiptsSen }: Known) =>
  fields.some((field) => field.kind === 'money' && field.code !== undefined && receiptsSen(field.code) > 0)

export interface Card {
  id: CardId
  /** Those that apply, at least one. */
  screens: readonly [Screen, ...Screen[]]
  isAnswered: boolean
  /** The first question without an answer, else the first. */
  begin: Screen
}

export const isAnswered = (screen: Screen, known: Known) =>
  Object.keys(storedValues(screen, known)).length > 0

/** The cards that apply, with their questions. */
export function cardsOf(known: Known): Card[] {
  return cardIds.flatMap((id): Card[] => {
    const [first, ...rest] = screens.filter((screen) => screen.card === id && (screen.when?.(known) ?? true))
    if (!first) return []
    const open = [first, ...rest].find((screen) => !screen.optional && !isAnswered(screen, known))
    return [{ id, screens: [first, ...rest], isAnswered: open === undefined, begin: open ?? first }]
  })
}
