import type { Law } from '../law/law.ts'
import type { FormKind } from '../law/year.ts'
import type { Row } from '../receipts/each-receipt.ts'
import { type Facts, formOf } from '../taxpayer/facts.ts'
import type { ClaimLine, ClaimSummary } from './claim-views.ts'
import type { Reminder } from './reminder-views.ts'
import { isIncomeKnown } from './tax-return/missing.ts'

/** How many days before a deadline the reminder appears. */
const AHEAD_DAYS = 60
/** A limit is nearly used if no more than this fraction remains. */
const NEARLY = 0.2

/**
 * @param input.today the calendar day in Malaysia
 * @param input.facts by year of assessment, where any are stored
 * @param input.current the claim of this calendar year; undefined if the year has no law
 */
export function remindersOf(input: {
  law: Law
  today: string
  facts: ReadonlyMap<number, Facts>
  current: ClaimSummary | undefined
  rows: readonly Row[]
}): Reminder[] {
  const { law, today, facts, current, rows } = input
  const soon = addDays(today, AHEAD_DAYS)
  const deadlines = law.years.flatMap(({ year, filing }) =>
    formsToFile(facts.get(year)).flatMap((form): Reminder[] => {
      const { dueOn, eFilingUntil } = filing[form]
      if (eFilingUntil < today || dueOn > soon) return []
      return [{ kind: 'filing_deadline', year, form, dueOn, eFilingUntil }]
    }),
  )
  const month = today.slice(0, 7)
  const bought = rows.filter(
    ({ paidOn, einvoice, example }) =>
      einvoice === null && !example && paidOn?.startsWith(month) && paidOn <= today,
  )
  const asking: Reminder[] =
    bought.length > 0
      ? [{ kind: 'ask_for_einvoice', dueOn: lastOf(month), receipts: bought.map(({ id }) => id) }]
      : []
  if (!current) return [...deadlines, ...asking]
  const open = current.unconfirmed.receipts.length
  const toConfirm: Reminder[] = open > 0 ? [{ kind: 'to_confirm', year: current.year, receipts: open }] : []
  return [...deadlines, ...asking, ...toConfirm, ...limitsOf(current.year, current.reliefs)]
}

/** The form that the facts lead to, or both while nothing says which it is; none once the return is filed. */
function formsToFile(facts: Facts = {}): FormKind[] {
  if (facts.filedOn) return []
  return facts.form || isIncomeKnown(facts) ? [formOf(facts)] : ['BE', 'B']
}

/** For the reliefs that have receipts. If a limit above is as close, only that one is reported. */
function limitsOf(year: number, lines: ClaimLine[]): Reminder[] {
  return lines.flatMap((line): Reminder[] => {
    const { code, limitSen, remainingSen, allowedSen } = line
    const isSpentOn = line.receipts.length > 0 || line.children.some((child) => child.allowedSen > 0)
    if (limitSen && isSpentOn && allowedSen > 0) {
      if (remainingSen === 0) return [{ kind: 'limit_used_up', year, relief: code, limitSen }]
      if (remainingSen !== null && remainingSen <= limitSen * NEARLY) {
        return [{ kind: 'limit_nearly_used', year, relief: code, limitSen, remainingSen }]
      }
    }
    return limitsOf(year, line.children)
  })
}

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** @param month such as 2026-02 */
function lastOf(month: string) {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
