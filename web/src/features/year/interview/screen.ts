import type { Facts, Reliefs, Statement } from '../../../../../server/api-types.ts'
import { amount } from '../../../i18n/money.ts'
import { findRelief } from '../../../ui/relief-names.ts'
import type { Answer, Field, FieldName, Known, MoneyField, Values, Wrong } from './fields.ts'

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
  | 'stays'
  | 'other-income'
  | 'business'
  | 'pcb'
  | 'instalments'
  | 'spouse-income'
  | 'spouse-payments'
  | 'assessment'
  | 'alimony'
  | 'child-open'
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

export const money = (name: FieldName, more: Partial<MoneyField> = {}): MoneyField => ({
  kind: 'money',
  name,
  ...more,
})
/** As a person would type it: 84,000 or 3,331.80. */
const typed = (sen: number) => amount(sen).replace(/\.00$/, '')

export const amountsIn = (names: readonly (readonly [string, number | undefined])[]): Values =>
  Object.fromEntries(names.flatMap(([name, sen]) => (sen === undefined ? [] : [[name, typed(sen)]])))

/** Facts without members that are undefined: those would not be known. */
export function without<T extends object>(facts: T, ...names: (keyof T)[]): T {
  const rest = { ...facts }
  for (const name of names) delete rest[name]
  return rest
}

export const employed = ({ facts }: Known) => (facts.income?.employment ?? 0) > 0
/** Who speaks of a husband or wife is married. */
export const married = ({ facts: { maritalStatus, spouse } }: Known) =>
  maritalStatus === 'married' || (maritalStatus === undefined && spouse !== undefined)
/** Married for at least a part of the year. */
export const hadSpouse = (known: Known) => married(known) || known.facts.spouse?.until !== undefined
export const incomeOf = (income: Facts['income']) =>
  Object.values(income ?? {}).reduce((sum, sen) => sum + (sen ?? 0), 0)
export const hasChildren = ({ facts }: Known) => (facts.children?.length ?? 0) > 0
export const hasLaw =
  (code: string) =>
  ({ reliefs }: Known) =>
    findRelief(reliefs, code) !== undefined

/** The reliefs for interest on a first home: one for each range of prices. */
export const homeLoansOf = ({ reliefs }: Reliefs) =>
  reliefs.filter(({ couple }) => couple === 'shared-by-payment').flatMap(({ children }) => children)

/** The least pay from which 15 % is less than the bands: nobody below it asks for that rate. */
const FLAT_RATE_FROM_SEN = 150_000_00

/** Whether the rate of approved employees can matter. */
export const mayHaveFlatRate = (paySen: number | undefined, { employmentRate, resident }: Facts) =>
  resident !== false && (employmentRate !== undefined || (paySen ?? 0) >= FLAT_RATE_FROM_SEN)

/** Says that an amount is needed at the first of these fields. */
export const oneAmount = ([first]: readonly FieldName[]): Partial<Record<FieldName, Wrong>> =>
  first ? { [first]: 'oneAmount' } : {}
