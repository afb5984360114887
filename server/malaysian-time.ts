/** Malaysia is at UTC+8, all year since 1982. */
const AHEAD_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The calendar day (YYYY-MM-DD) in Malaysia. */
export const malaysianDay = (instant: Date): string =>
  new Date(instant.getTime() + AHEAD_MS).toISOString().slice(0, 10)

/** When a day (YYYY-MM-DD) is over in Malaysia. */
export const endOfMalaysianDay = (day: string): Date => new Date(Date.parse(day) + DAY_MS - AHEAD_MS)
