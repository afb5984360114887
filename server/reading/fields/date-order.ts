import type { MonthFirst } from './currency.ts'
import type { DateOrder } from './date-patterns.ts'
import type { FoundDate } from './date-shapes.ts'

/** What the rest of the receipt says about its dates. */
export interface DateContext {
  /** YYYY-MM-DD in Malaysia. */
  today: string
  /** The receipt names GST, which Malaysia had from April 2015 to August 2018. */
  isGst: boolean
  /** Whether it comes from where people write the month first. */
  monthFirst: MonthFirst
  /** The orders that patterns on it state (DD/MM/YY). */
  orders: Set<DateOrder>
}

export interface SettledDate extends FoundDate {
  /** Another order or another year is as likely. */
  isDoubtful: boolean
}

/** Claims go back seven years; records older than that are rarely entered. */
const YEARS_IN_USE = 8
/** Receipts older than this are not entered any more. */
const YEARS_EVER = 10
/** A day in these last years needs no further evidence. */
const YEARS_RECENT = 3

/**
 * Decides the order of day, month and year of the dates on a receipt, which prints all in one order. Day first is the
 * rule. A pattern printed beside a date (DD/MM/YY) settles it. Month first is proven by a date that is none otherwise (03/25/2026), by the same day in words, or by where the
 * receipt comes from; year first by the first two.
 */
export function settleOrder(found: FoundDate[], context: DateContext): SettledDate[] {
  const [order] = context.orders.size === 1 ? context.orders : []
  const certain = new Set(found.filter((one) => isCertain(one)).map((one) => one.iso))
  const isDayFirst = found.some((one) => isCertain(one) && one.shape === 'numeric' && isDayInFront(one))
  const isMonthFirst =
    (!isDayFirst && order === 'mdy') ||
    (!isDayFirst && found.some((one) => one.shape === 'monthFirst' && !one.yearFirst)) ||
    found.some((one) => one.swapped && certain.has(one.swapped) && !certain.has(one.iso))
  const isYearFirst =
    (!isDayFirst && order === 'ymd') ||
    (!isDayFirst && found.some((one) => one.shape === 'yearFirst')) ||
    found.some((one) => one.yearFirst && certain.has(one.yearFirst) && !certain.has(one.iso))
  return found.map((one) => {
    if (one.hasStrayDigit) return { ...one, isDoubtful: true }
    if (certain.has(one.iso)) return { ...one, isDoubtful: false }
    if (isYearFirst && one.yearFirst) return { ...one, iso: one.yearFirst, isDoubtful: false }
    if (isMonthFirst && one.swapped) return { ...one, iso: one.swapped, isDoubtful: false }
    if (order === 'dmy' && one.shape === 'numeric') return { ...one, isDoubtful: false }
    return settleAlone(one, context, isDayFirst)
  })
}

const isCertain = ({ shape, swapped, yearFirst }: FoundDate) =>
  shape === 'named' || shape === 'iso' || (shape === 'numeric' && !swapped && !yearFirst)

const isDayInFront = ({ stated = 'dmy' }: FoundDate) => stated === 'dmy'

function settleAlone(one: FoundDate, context: DateContext, isDayFirst: boolean): SettledDate {
  const { today, monthFirst } = context
  const { iso, swapped, yearFirst } = one
  const isOut = (day: string) => day > today || ageOf(day, today) > YEARS_EVER
  if (yearFirst && yearFirst <= today && !isGstDay(iso, context)) {
    const isNewer = ageOf(yearFirst, today) <= YEARS_IN_USE
    if (isNewer && isOut(iso)) return { ...one, iso: yearFirst, isDoubtful: true }
    if (isNewer && yearFirst > iso && ageOf(iso, today) > YEARS_RECENT)
      return { ...one, isDoubtful: !isDayFirst }
  }
  if (swapped && swapped <= today && monthFirst && !isDayFirst)
    return { ...one, iso: swapped, isDoubtful: monthFirst === 'likely' }
  return { ...one, isDoubtful: false }
}

const ageOf = (day: string, today: string) => Number(today.slice(0, 4)) - Number(day.slice(0, 4))

const isGstDay = (day: string, { isGst }: DateContext) => isGst && day >= '2015-04' && day < '2018-10'

/** Whether a receipt of this day is hardly entered today: in the future, or older than what may still be claimed. */
export const isUnlikelyDay = (day: string, context: DateContext) =>
  day > context.today || (ageOf(day, context.today) > YEARS_IN_USE && !isGstDay(day, context))
