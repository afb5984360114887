/** A stay in Malaysia, from the day of arrival to the day of leaving, both included. */
export interface Stay {
  from: string
  to: string
}

/**
 * The days of a year on which somebody was in Malaysia (section 7(1)(a)). A part of a day is a day; a day that two stays
 * share counts once.
 */
export function daysInMalaysia(year: number, stays: readonly Stay[]): number {
  const first = dayNumber(`${year}-01-01`)
  const end = dayNumber(`${year + 1}-01-01`)
  const days = new Set<number>()
  for (const { from, to } of stays) {
    const last = Math.min(dayNumber(to), end - 1)
    for (let day = Math.max(dayNumber(from), first); day <= last; day++) days.add(day)
  }
  return days.size
}

const DAY_MS = 86_400_000
const dayNumber = (day: string) => Date.parse(day) / DAY_MS
