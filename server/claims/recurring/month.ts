/** A calendar month counted from the year 0, so that months can be subtracted. */
export type Month = number

/** @param day YYYY-MM-DD or YYYY-MM */
export const monthOf = (day: string): Month => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

export const januaryOf = (year: number): Month => year * 12
export const decemberOf = (year: number): Month => year * 12 + 11

/** `2026-04` */
export const monthText = (month: Month) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** The same day of another month, or its last day where it is shorter. @param day YYYY-MM-DD */
export function sameDayIn(month: Month, day: string): string {
  const lastDay = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8, 10)), lastDay)
  return `${monthText(month)}-${String(date).padStart(2, '0')}`
}
