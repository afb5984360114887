import type { Month } from './month.ts'

export const rhythms = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type Rhythm = (typeof rhythms)[number]

/** What is known of a payment in a month. */
export interface Paid {
  month: Month
  sen: number
}

/** How payments for a relief usually come (billed-reliefs.ts). */
export type Billing = 'monthly' | 'yearly' | null

/** The months from one payment to the next, and by how many it may come early or late. */
const PERIODS: Record<Rhythm, { months: number; slack: number }> = {
  monthly: { months: 1, slack: 0 },
  quarterly: { months: 3, slack: 1 },
  'half-yearly': { months: 6, slack: 1 },
  yearly: { months: 12, slack: 1 },
}

/** By how much a bill may differ from the usual one: a broadband bill has calls on it, a premium grows with age. */
const BILL_TOLERANCE = 0.25
/** Where nothing says that it is a bill, only the same amount time and again does. */
const OTHER_TOLERANCE = 0.02
/** How many of the amounts have to be like the usual one. */
const MOST = 0.75
const HALF = 0.5
/** So many months without a payment end a monthly series: what comes later is a new one. */
const LONGEST_PAUSE = 6

/** @param sorted not empty */
export function medianOf(sorted: readonly number[]): number {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

export const usualOf = (paid: readonly Paid[]) =>
  medianOf(paid.map(({ sen }) => sen).toSorted((a, b) => a - b))

function areSimilar(paid: readonly Paid[], tolerance: number): boolean {
  const usual = usualOf(paid)
  const similar = paid.filter(({ sen }) => Math.abs(sen - usual) <= usual * tolerance)
  return similar.length >= paid.length * MOST
}

/**
 * How often the payments come; null: they are no series.
 * @param paid one for each month, in their order
 */
export function rhythmOf(paid: readonly Paid[], billing: Billing): Rhythm | null {
  if (!areSimilar(paid, billing === null ? OTHER_TOLERANCE : BILL_TOLERANCE)) return null
  if (paid.length === 1) return billing === 'yearly' ? 'yearly' : null
  const gaps = paid.slice(1).map(({ month }, at) => month - (paid[at]?.month ?? 0))
  const found = rhythms.find((rhythm) => {
    const { months, slack } = PERIODS[rhythm]
    return gaps.filter((gap) => Math.abs(gap - months) <= slack).length > gaps.length * HALF
  })
  if (found === undefined) return null
  return paid.length >= leastOf(found, billing) ? found : null
}

/** How many payments make a series. */
function leastOf(rhythm: Rhythm, billing: Billing): number {
  if (billing === null) return 4
  return rhythm === 'monthly' || rhythm === 'quarterly' ? 3 : 2
}

/** The payments since the last long pause. */
export function latestRun<One extends Paid>(paid: readonly One[], rhythm: Rhythm): One[] {
  const { months } = PERIODS[rhythm]
  const longest = rhythm === 'monthly' ? LONGEST_PAUSE : 2 * months
  const start = paid.findLastIndex((one, at) => at > 0 && one.month - (paid[at - 1]?.month ?? 0) > longest)
  return paid.slice(Math.max(start, 0))
}

/** A month in which a payment came or was due. */
export interface Due<One extends Paid> {
  month: Month
  paid: One | null
}

/**
 * The months of a series, from its first payment on: those with a payment, and those that are over without one.
 * @param paid one for each month, in their order
 * @param within.current the month that is not over yet
 */
export function dueMonths<One extends Paid>(
  paid: readonly One[],
  rhythm: Rhythm,
  within: { first: Month; last: Month; current: Month },
): Due<One>[] {
  const [first] = paid
  if (!first) return []
  const { months, slack } = PERIODS[rhythm]
  const found: Due<One>[] = [{ month: first.month, paid: first }]
  for (let at = first.month; ; ) {
    const next = at + months
    const payment = paid.find(({ month }) => month > at && month <= next + slack)
    if (!payment && (next > within.last || next + slack >= within.current)) break
    at = payment?.month ?? next
    found.push({ month: at, paid: payment ?? null })
  }
  return found.filter(({ month }) => month >= within.first && month <= within.last)
}

/** Whether a series whose last payment was in an earlier year went on at the end of that year. */
export function wentOn(last: Month, rhythm: Rhythm, december: Month): boolean {
  const { months, slack } = PERIODS[rhythm]
  return last + months + slack >= december
}
