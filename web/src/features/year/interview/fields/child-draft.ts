import type { Child } from '../../../../../../server/api-types.ts'
import { toDay } from '../../../../i18n/day.ts'
import { toSen, toTyped } from '../../../../i18n/money.ts'
import type { Wrong } from '../fields.ts'
import { typedDay } from './typed-day.ts'

/** A child as it is typed; `index` is its place in the list, or the next one. */
export interface ChildDraft {
  index: number
  label: string
  bornOn: string
  study: Child['study']
  disabled: boolean
  married: boolean
  /** Empty: not in the year. */
  marriedOn: string
  /** Empty: alive. */
  diedOn: string
  claimIfOpen?: boolean | undefined
  shared: boolean
  ownIncome: string
  claimedBy: Child['claimedBy']
}

export const blankChild = (index = 0): ChildDraft => ({
  index,
  label: '',
  bornOn: '',
  study: 'none',
  disabled: false,
  married: false,
  marriedOn: '',
  diedOn: '',
  shared: false,
  ownIncome: '',
  claimedBy: 'self',
})

export const draftOf = (
  { ownIncomeSen, label = '', bornOn, marriedOn, diedOn, ...child }: Child,
  index: number,
): ChildDraft => ({
  ...child,
  index,
  label,
  bornOn: typedDay(bornOn),
  marriedOn: marriedOn ? typedDay(marriedOn) : '',
  diedOn: diedOn ? typedDay(diedOn) : '',
  ownIncome: ownIncomeSen === 0 ? '' : toTyped(ownIncomeSen),
})

type WrongDay = 'day' | 'notInYear'
export type ChildWrong = {
  bornOn?: 'day' | 'future'
  marriedOn?: WrongDay
  diedOn?: WrongDay
  ownIncome?: Wrong
}

/** A day that may be left out, and what is wrong with it. */
function dayInYear(text: string, year: number): { day?: string; wrong?: WrongDay } {
  if (text.trim() === '') return {}
  const day = toDay(text)
  if (day === undefined) return { wrong: 'day' }
  return day.startsWith(`${year}-`) ? { day } : { wrong: 'notInYear' }
}

/** The child that is typed, or what is wrong with it. */
export function childOf(draft: ChildDraft, year: number): { child?: Child; wrong: ChildWrong } {
  const { index: _, label, bornOn, ownIncome, marriedOn, diedOn, ...rest } = draft
  const wedding = draft.married ? dayInYear(marriedOn, year) : {}
  const death = dayInYear(diedOn, year)
  const day = toDay(bornOn)
  const ownIncomeSen = ownIncome.trim() === '' ? 0 : toSen(ownIncome)
  const wrong: ChildWrong = {
    ...(day === undefined ? { bornOn: 'day' } : day > `${year}-12-31` && { bornOn: 'future' }),
    ...(wedding.wrong && { marriedOn: wedding.wrong }),
    ...(death.wrong && { diedOn: death.wrong }),
    ...(ownIncomeSen === undefined ? { ownIncome: 'amount' } : ownIncomeSen < 0 && { ownIncome: 'negative' }),
    ...((ownIncomeSen ?? 0) > 100_000_000_000 && { ownIncome: 'tooMuch' }),
  }
  if (day === undefined || ownIncomeSen === undefined || Object.keys(wrong).length > 0) return { wrong }
  const name = label.trim()
  const child = {
    ...rest,
    bornOn: day,
    ownIncomeSen,
    ...(wedding.day && { marriedOn: wedding.day }),
    ...(death.day && { diedOn: death.day }),
    ...(name && { label: name }),
  }
  return { child, wrong }
}
