import type { Child } from '../../../../../../server/api-types.ts'
import { shortDay, toDay } from '../../../../i18n/day.ts'
import { toSen, toTyped } from '../../../../i18n/money.ts'
import type { Wrong } from '../fields.ts'

/** A child as it is typed; `index` is its place in the list, or the next one. */
export interface ChildDraft {
  index: number
  label: string
  bornOn: string
  study: Child['study']
  disabled: boolean
  married: boolean
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
  shared: false,
  ownIncome: '',
  claimedBy: 'self',
})

export const draftOf = (
  { ownIncomeSen, label = '', bornOn, ...child }: Child,
  index: number,
): ChildDraft => ({
  ...child,
  index,
  label,
  bornOn: shortDay(bornOn, 'en'),
  ownIncome: ownIncomeSen === 0 ? '' : toTyped(ownIncomeSen),
})

export type ChildWrong = { bornOn?: 'day' | 'future'; ownIncome?: Wrong }

/** The child that is typed, or what is wrong with it. */
export function childOf(draft: ChildDraft, year: number): { child?: Child; wrong: ChildWrong } {
  const { index: _, label, bornOn, ownIncome, ...rest } = draft
  const day = toDay(bornOn)
  const ownIncomeSen = ownIncome.trim() === '' ? 0 : toSen(ownIncome)
  const wrong: ChildWrong = {
    ...(day === undefined ? { bornOn: 'day' } : day > `${year}-12-31` && { bornOn: 'future' }),
    ...(ownIncomeSen === undefined ? { ownIncome: 'amount' } : ownIncomeSen < 0 && { ownIncome: 'negative' }),
    ...((ownIncomeSen ?? 0) > 100_000_000_000 && { ownIncome: 'tooMuch' }),
  }
  if (day === undefined || ownIncomeSen === undefined || Object.keys(wrong).length > 0) return { wrong }
  const name = label.trim()
  return { child: { ...rest, bornOn: day, ownIncomeSen, ...(name && { label: name }) }, wrong }
}
