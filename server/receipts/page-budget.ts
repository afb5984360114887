import type { Clock } from '../clock.ts'
import { endOfMalaysianDay, malaysianDay } from '../malaysian-time.ts'
import { type PageBudget, PageLimitError } from '../reading/ports.ts'
import { SYSTEM_OWNER } from '../stored-keys.ts'
import type { PageCounter, PageCounters } from './ports.ts'

/** How many pages may be paid for. */
export interface PageLimits {
  /** For one person, in a day of Malaysia. */
  perDay: number
  /** For everybody together, in a month. */
  perMonth: number
}

const DAY_MS = 86_400_000
/** Counters stay for a while after their time, so that somebody can look at them. */
const DAYS_KEPT = 40
const MONTHS_KEPT_DAYS = 400

export const counterOfMonth = (now: Date): PageCounter => ({
  userId: SYSTEM_OWNER,
  period: malaysianDay(now).slice(0, 7),
})

/** When the day of Malaysia is over. */
export const endOfDay = (now: Date): Date => endOfMalaysianDay(malaysianDay(now))

/** When the month in Malaysia is over. */
export function endOfMonth(now: Date): Date {
  const [year = 0, month = 0] = malaysianDay(now).split('-').map(Number)
  return endOfMalaysianDay(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
}

interface Deps {
  counters: PageCounters
  limits: PageLimits
  clock: Clock
  onError(error: unknown): void
}

/**
 * Counts the pages that are paid for, by person and day and for everybody by month, in the store: all processes of an
 * installation share the limits. A process that dies leaves pages counted that it did not read; none is read uncounted.
 */
export function createPageBudget({ counters, limits, clock, onError }: Deps): PageBudget {
  return {
    async take(person, pages) {
      const now = clock.now()
      const kept = (days: number) => new Date(now.getTime() + days * DAY_MS)
      const day = { userId: person, period: malaysianDay(now) }
      const month = counterOfMonth(now)
      const ofDay = { most: limits.perDay, expiresAt: kept(DAYS_KEPT) }
      if (!(await counters.take(day, pages, ofDay))) {
        throw new PageLimitError('the pages of this person’s day are used up', endOfDay(now))
      }
      const ofMonth = { most: limits.perMonth, expiresAt: kept(MONTHS_KEPT_DAYS) }
      if (!(await counters.take(month, pages, ofMonth))) {
        await counters.giveBack(day, pages)
        throw new PageLimitError('the pages of this month are used up', endOfMonth(now))
      }
      return {
        async settle(paid) {
          if (paid >= pages) return
          // What was read counts, whether or not the counters can be reached.
          await Promise.all([day, month].map((counter) => counters.giveBack(counter, pages - paid))).catch(
            onError,
          )
        },
      }
    },
  }
}
