import type { Child, Facts, Reliefs } from '../../../../../server/api-types.ts'
import { toDay } from '../../../i18n/day.ts'
import type { interview } from '../../../i18n/en/interview.ts'
import { toSen } from '../../../i18n/money.ts'

/** What is typed or chosen, by field, as text: so it can be kept on the device as it is. */
export type Values = Readonly<Record<string, string>>

export type FieldName = keyof typeof interview.fields

/** What questions and conditions may look at. */
export interface Known {
  year: number
  facts: Facts
  reliefs: Reliefs
  /** What the confirmed receipts claim for a code. */
  receiptsSen(code: string): number
}

interface FieldBase {
  name: FieldName
  /** Left out: always. */
  shownIf?(values: Values, known: Known): boolean
}

/** An amount in ringgit. */
export interface MoneyField extends FieldBase {
  kind: 'money'
  optional?: boolean
  /** Left out: that of its name. */
  label?(known: Known): FieldName
  /** Its relief or rebate, for its limit and what receipts already claim for it. */
  code?: string
}

/** One of several answers. */
export interface ChoiceField extends FieldBase {
  kind: 'choice'
  options(known: Known): readonly string[]
  /** May be left without an answer. */
  optional?: boolean
  /** Each answer says what it does to the tax. */
  weighs?: boolean
}

/** A day. */
export interface DayField extends FieldBase {
  kind: 'day'
  optional?: boolean
}

/** The children, as a list. */
export interface ChildrenField extends FieldBase {
  kind: 'children'
}

/** Who of the couple claims each child. */
export interface SharesField extends FieldBase {
  kind: 'shares'
}

export type Field = MoneyField | ChoiceField | DayField | ChildrenField | SharesField

export type Wrong =
  | 'amount'
  | 'negative'
  | 'tooMuch'
  | 'empty'
  | 'choose'
  | 'child'
  | 'openChild'
  | 'lessThanOwn'
  | 'oneAmount'
  | 'day'
  | 'notInYear'
  | 'stay'

/** The most the API takes. */
const MAX_SEN = 100_000_000_000

/** What was answered, in the terms of the facts. */
export interface Answer {
  values: Values
  /** Undefined: left blank, or not asked. */
  sen(name: FieldName): number | undefined
  /** Undefined: not asked. */
  day(name: FieldName): string | undefined
  children: Child[]
}

export const childrenIn = (values: Values): Child[] => JSON.parse(values.children ?? '[]')
export const sharesIn = (values: Values): Child['claimedBy'][] => JSON.parse(values.shares ?? '[]')

/** The values of the fields that are shown, and what is wrong with each. */
export function checked(fields: readonly Field[], values: Values, known: Known) {
  const shown = fields.filter(({ shownIf }) => shownIf?.(values, known) ?? true)
  const wrong: Partial<Record<FieldName, Wrong>> = {}
  for (const field of shown) {
    const found = wrongWith(field, values[field.name] ?? '', known)
    if (found) wrong[field.name] = found
  }
  const visible = Object.fromEntries(
    shown.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])),
  )
  const answer: Answer = {
    values: visible,
    sen: (name) => (visible[name]?.trim() ? toSen(visible[name]) : undefined),
    day: (name) => toDay(visible[name] ?? ''),
    children: childrenIn(visible),
  }
  return { shown, wrong, answer }
}

function wrongWith(field: Field, text: string, { year }: Known): Wrong | undefined {
  if (field.kind === 'choice') return text === '' && !field.optional ? 'choose' : undefined
  if (field.kind === 'children') return text === '' || text === '[]' ? 'child' : undefined
  if (field.kind === 'shares') return undefined
  if (field.kind === 'day') {
    if (field.optional && text.trim() === '') return undefined
    const found = toDay(text)
    return found === undefined ? 'day' : found.startsWith(`${year}-`) ? undefined : 'notInYear'
  }
  if (text.trim() === '') return field.optional ? undefined : 'empty'
  const sen = toSen(text)
  if (sen === undefined) return 'amount'
  if (sen < 0) return 'negative'
  return sen > MAX_SEN ? 'tooMuch' : undefined
}
