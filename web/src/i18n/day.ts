import type { Language } from './languages.ts'

const MONTHS: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ms: ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ogos', 'Sep', 'Okt', 'Nov', 'Dis'],
}
const LONG_MONTHS: Record<Language, readonly string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  ms: [
    'Januari',
    'Februari',
    'Mac',
    'April',
    'Mei',
    'Jun',
    'Julai',
    'Ogos',
    'September',
    'Oktober',
    'November',
    'Disember',
  ],
}
const WEEKDAYS: Record<Language, readonly string[]> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ms: ['Ahd', 'Isn', 'Sel', 'Rab', 'Kha', 'Jum', 'Sab'],
}

/** A calendar day is YYYY-MM-DD and belongs to no time zone. */
const parts = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, date }
}

/** `11 Aug 2026`, whatever the browser's locale. */
export function shortDay(day: string, language: Language): string {
  const { year, month, date } = parts(day)
  return `${date} ${MONTHS[language][month - 1]} ${year}`
}

/** `11 Aug`: where the year is known. */
export function dayOfYear(day: string, language: Language): string {
  const { month, date } = parts(day)
  return `${date} ${MONTHS[language][month - 1]}`
}

/** `Tue 11 Aug 2026`: for checking, as a weekday reveals a wrong date. */
export function longDay(day: string, language: Language): string {
  const { year, month, date } = parts(day)
  const weekday = WEEKDAYS[language][new Date(Date.UTC(year, month - 1, date)).getUTCDay()]
  return `${weekday} ${shortDay(day, language)}`
}

/** `August` of `2026-08-11`. */
export const monthName = (day: string, language: Language) =>
  LONG_MONTHS[language][parts(day).month - 1] ?? ''

export const shortMonth = (day: string, language: Language) => MONTHS[language][parts(day).month - 1] ?? ''

/** `9:05` today, `11 Aug, 9:05` on another day: since when, or when, something was. */
export function momentOf(at: string, language: Language): string {
  const time = clock(at).replace(/^0/, '')
  const day = dayAt(at)
  return day === today() ? time : `${dayOfYear(day, language)}, ${time}`
}

/** `11 Aug, 16:42`: an instant as the clock in Malaysia shows it. */
export function instant(at: string, language: Language): string {
  return `${dayOfYear(dayAt(at), language)}, ${clock(at)}`
}

/** Malaysia is at UTC+8, all year since 1982. Making an Intl.DateTimeFormat would hold up the start. */
const AHEAD_MS = 8 * 3_600_000

/** An instant as the clock in Malaysia shows it, in the form of ISO 8601. */
const malaysian = (at: Date) => new Date(at.getTime() + AHEAD_MS).toISOString()

/** `16:42`: the time of an instant as the clock in Malaysia shows it. */
export const clock = (at: string) => malaysian(new Date(at)).slice(11, 16)

/** The calendar day of an instant in Malaysia. */
export const dayAt = (at: string) => today(new Date(at))

/** Today in Malaysia, where the year of assessment begins and ends. */
export const today = (now = new Date()) => malaysian(now).slice(0, 10)

/** The year in Malaysia. */
export const thisYear = () => Number(today().slice(0, 4))

/**
 * A day as a person types it: `11/8/2026`, `11.8.26`, `11 Aug 2026`, `2026-08-11`. Day first, as in Malaysia.
 * Undefined where it is no day of the calendar.
 */
export function toDay(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const match = /^(?:\p{L}{3,6}\s+)?(\d{1,2})[\s./-]+(\d{1,2}|\p{L}{3,9})[\s./-]+(\d{2}|\d{4})$/u.exec(plain)
  if (!match) return undefined
  const [, date = '', month = '', year = ''] = match
  return calendarDay(Number(year) + (year.length === 2 ? 2000 : 0), monthOf(month), Number(date))
}

function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const found = Object.values(LONG_MONTHS)
    .concat(Object.values(MONTHS))
    .map((names) =>
      names.findIndex((name) => name.toLowerCase() === text || name.toLowerCase().startsWith(text)),
    )
    .find((index) => index >= 0)
  return (found ?? -1) + 1
}

function calendarDay(year: number, month: number, date: number): string | undefined {
  const day = new Date(Date.UTC(year, month - 1, date))
  const exists = day.getUTCMonth() === month - 1 && day.getUTCDate() === date && year >= 1900 && year < 2200
  return exists ? day.toISOString().slice(0, 10) : undefined
}
