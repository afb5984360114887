import { type AllowedReliefs, flatLines } from '../../law/allowed-reliefs.ts'
import { type Claimable, claimable } from '../../law/claimable.ts'
import { createJudge } from '../../law/conditions/judge.ts'
import { totalIncome } from '../../law/income.ts'
import { allReliefs, withAncestors } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import type { Row } from '../../receipts/each-receipt.ts'
import type { RecurringAnswers, SeriesAnswers } from '../../taxpayer/recurring-answers.ts'
import { shownBy } from '../../taxpayer/statements/model.ts'
import { assessed, claimantOf } from '../estimate/assess.ts'
import { householdOf } from '../household.ts'
import { statedBy } from '../stated.ts'
import { allowedOf } from '../summary.ts'
import type { YearClaim } from '../year-claim.ts'
import { billingIn } from './billed-reliefs.ts'
import { decemberOf, januaryOf, type Month, monthOf, monthText } from './month.ts'
import { type Due, dueMonths, usualOf, wentOn } from './rhythm.ts'
import { findSeries, type MonthPaid, type Series } from './series.ts'
import type { RecurringClaim } from './views.ts'

/** What recurring claims are computed from. */
export interface RecurringInput {
  claim: YearClaim
  /** The rows of the year before. */
  earlier: readonly Row[]
  answers: { current: RecurringAnswers; before: RecurringAnswers }
  /** The calendar day in Malaysia. */
  today: string
  /** merchantKey, from memory where it is known. */
  keyOf: (merchant: string) => string
}

type MonthView = RecurringClaim['months'][number]

/** A series in a year, with what is asked about it. */
export interface RecurringSeries extends Series {
  usualSen: number
  months: MonthView[]
  missing: string[]
  reliefSen: number
  endedAfter: string | null
}

const SHOWN_RECEIPTS = 5

/** The series of a year, those with most relief at stake first. */
export function recurringOf(input: RecurringInput): RecurringSeries[] {
  const { claim, earlier, keyOf } = input
  const { year } = claim
  const found = findSeries([...claim.receipts.rows, ...earlier], keyOf, billingIn(year))
  if (found.length === 0) return []
  const monthsOf = createMonths(input)
  const roomFor = createRoom(claim)
  return found
    .flatMap((series): RecurringSeries[] => {
      const kind = claimable(year, series.relief)?.kind
      if (kind === undefined || kind === 'trip') return []
      const { months, endedAfter } = monthsOf(series)
      // One that has ended stays, so that the answer can be taken back.
      if (months.length === 0 && endedAfter === null) return []
      const missing = months.flatMap(({ month, state }) => (state === 'missing' ? [month] : []))
      const usualSen = usualOf(recent(series.paid, year.year))
      const reliefSen = roomFor(series, kind, missing.length * usualSen)
      return [{ ...series, usualSen, months, missing, reliefSen, endedAfter }]
    })
    .sort(
      (a, b) =>
        b.reliefSen - a.reliefSen ||
        b.missing.length - a.missing.length ||
        b.usualSen - a.usualSen ||
        (a.id < b.id ? -1 : 1),
    )
}

/** What is usual follows this year's payments, where there are some. */
function recent(paid: readonly MonthPaid[], year: number): readonly MonthPaid[] {
  const ofYear = paid.filter(({ month }) => month >= januaryOf(year))
  return ofYear.length > 0 ? ofYear : paid
}

/** The months of a series, and what is known of each. */
function createMonths({
  claim,
  answers,
  today,
  keyOf,
}: RecurringInput): (series: Series) => { months: MonthView[]; endedAfter: string | null } {
  const { year, receipts } = claim
  const within = {
    first: januaryOf(year.year),
    last: decemberOf(year.year),
    current: monthOf(today),
  }
  const waiting = waitingRows(receipts.rows, keyOf)
  const isCovered = coveredCodes(claim)
  const byId = new Map(receipts.rows.map((row) => [row.id, row]))

  return (series) => {
    const { id, key, relief, paid, rhythm } = series
    const known = answers.current[id]
    const none = { months: [], endedAfter: known?.endedAfter ?? null }
    const last = paid.at(-1)?.month ?? 0
    const isOfEarlierYear = last < within.first
    if (isOfEarlierYear) {
      if (!wentOn(last, rhythm, within.first - 1)) return none
      if (isAfterEnd(answers.before[id], within.first, last)) return none
    }
    const due = dueMonths(paid, rhythm, within).filter(
      ({ month, paid: payment }) => payment !== null || !isAfterEnd(known, month, lastBefore(paid, month)),
    )
    const months = due.map((one): MonthView => {
      const month = monthText(one.month)
      if (one.paid) return { month, state: 'confirmed', sen: one.paid.sen, receipts: idsOf(one.paid.rows) }
      const open = waiting.get(`${key} ${one.month}`) ?? []
      const entered = byId.get(known?.entered[month] ?? '')
      if (entered?.status === 'confirmed')
        return { month, state: 'confirmed', sen: sumFor(entered, relief), receipts: [entered.id] }
      const rows = entered && !open.includes(entered) ? [entered, ...open] : open
      return { month, state: stateOf(one, rows), sen: null, receipts: idsOf(rows) }
    })
    return { months, endedAfter: known?.endedAfter ?? null }

    function stateOf({ month }: Due<MonthPaid>, rows: readonly Row[]): MonthView['state'] {
      if (rows.length > 0) return 'to-check'
      if (known?.notPaid.includes(monthText(month))) return 'not-paid'
      return isCovered(relief) ? 'covered' : 'missing'
    }
  }
}

/** Whether a person said that the payments had ended by a month, and none came since. @param last the latest payment before it */
function isAfterEnd(answers: SeriesAnswers | undefined, month: Month, last: Month): boolean {
  if (answers?.endedAfter == null) return false
  const end = monthOf(answers.endedAfter)
  return month > end && last <= end
}

const lastBefore = (paid: readonly MonthPaid[], month: Month) =>
  paid.findLast((one) => one.month < month)?.month ?? 0

const idsOf = (rows: readonly Row[]) => rows.slice(0, SHOWN_RECEIPTS).map(({ id }) => id)

const sumFor = ({ allocations }: Row, relief: string) =>
  allocations.reduce((sum, part) => sum + (part.relief === relief ? part.sen : 0), 0)

/** The receipts that wait for a person, by merchant and month. */
function waitingRows(rows: readonly Row[], keyOf: (merchant: string) => string): Map<string, Row[]> {
  const waiting = new Map<string, Row[]>()
  for (const row of rows) {
    const { status, merchant, paidOn } = row
    if (status === 'confirmed' || merchant === null || paidOn === null) continue
    const name = `${keyOf(merchant)} ${monthOf(paidOn)}`
    waiting.set(name, [...(waiting.get(name) ?? []), row])
  }
  return waiting
}

/** Whether a statement of the year, or an amount among the facts, stands for all payments of a relief. */
function coveredCodes({ year, facts, statements }: YearClaim): (code: string) => boolean {
  const { spend, gifts, paid } = statedBy(year, facts)
  const stated = Object.entries({ ...spend, ...gifts, ...paid }).filter(([, sen]) => sen > 0)
  const covered = new Set([...shownBy(statements), ...stated.map(([code]) => code)])
  const within = withAncestors(year.reliefs).flatMap(({ relief, ancestors }) =>
    ancestors.some(({ code }) => covered.has(code)) ? [relief.code] : [],
  )
  for (const code of within) covered.add(code)
  return (code) => covered.has(code)
}

/** How much of an amount would be allowed in addition. */
function createRoom({ year, facts, couple }: YearClaim) {
  const { claimant } = claimantOf(year, couple, facts.assessment ?? 'separate')
  const allowed: AllowedReliefs = allowedOf(year, claimant)
  const remaining = new Map(flatLines(allowed.lines).map((line) => [line.code, line.remainingSen]))
  const judgmentOf = createJudge(year, householdOf(year, facts))
  return ({ relief, paid }: Series, kind: Claimable['kind'], sen: number): number => {
    if (sen === 0 || judgmentOf(relief, paid.at(-1)?.person ?? null)?.excluded) return 0
    // A gift or a payment that is a rebate has no limit of its own.
    return kind === 'relief' ? Math.min(sen, remaining.get(relief) ?? sen) : sen
  }
}

/** The series as the API shows them, with the tax that the missing months of each would save. */
export function toRecurringViews(claim: YearClaim, all: readonly RecurringSeries[]): RecurringClaim[] {
  const { year, facts, couple } = claim
  const requested = facts.assessment ?? 'separate'
  const namesOf = shortNamesIn(year)
  const isIncomeKnown = totalIncome(year, couple.self).totalSen > 0
  const payableSen = isIncomeKnown ? assessed(year, couple, requested).payableSen : 0
  return all.map(
    ({ id, relief, merchant, rhythm, usualSen, months, missing, reliefSen, endedAfter, paid }) => {
      const more = { relief, sen: missing.length * usualSen, person: paid.at(-1)?.person ?? null }
      const savesSen =
        reliefSen === 0 ? 0 : payableSen - assessed(year, claim.coupleWith([more]), requested).payableSen
      return {
        id,
        relief,
        ...namesOf(relief),
        merchant,
        rhythm,
        usualSen,
        months,
        confirmed: months.filter(({ state }) => state === 'confirmed').length,
        missing: missing.length,
        reliefSen,
        savesSen: isIncomeKnown ? savesSen : null,
        endedAfter,
      }
    },
  )
}

function shortNamesIn(year: TaxYear) {
  const heads = [...allReliefs(year), ...year.gifts.heads, ...year.rebates]
  const byCode = new Map(heads.map(({ code, shortName, hint }) => [code, { shortName, hint: hint ?? null }]))
  return (code: string) => byCode.get(code) ?? { shortName: { en: code, ms: code }, hint: null }
}
