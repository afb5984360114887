import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Receipt } from './model.ts'
import { endOfDay, endOfMonth, type PageLimits } from './page-budget.ts'
import { instant } from './values.ts'
import type { Work } from './work/index.ts'

export const waitingSchema = z
  .object({
    reason: z.enum(['turn', 'daily_pages', 'monthly_pages']).meta({
      description:
        '`turn`: other receipts are read before it. `daily_pages`: the pages that are read for a person in a day are used ' +
        'up; `monthly_pages`: those of the installation in a month are. Nothing is lost, and the values can be typed in meanwhile',
    }),
    before: z.int().nullable().meta({ description: 'How many receipts are read before it, with `turn`' }),
    limit: z.int().nullable().meta({ description: 'How many pages are read, with the other reasons' }),
    until: instant
      .nullable()
      .meta({ description: 'When it is read at the earliest, with the other reasons' }),
  })
  .meta({ id: 'Waiting' })

/** Why the pages of a receipt are not being read yet. */
export type Waiting = z.output<typeof waitingSchema>

interface Deps {
  work: Pick<Work, 'before'>
  /** Undefined: reading costs nothing. */
  pageLimits?: PageLimits | undefined
  clock: Clock
}

/** Null: nothing of it is to be read, it is being read, or another process has it. */
export function waitingOf({ work, pageLimits, clock }: Deps, receipt: Receipt): Waiting | null {
  if (receipt.unreadFileIds.length === 0) return null
  const before = work.before(receipt)
  if (before !== undefined) return before > 0 ? { reason: 'turn', before, limit: null, until: null } : null
  if (!pageLimits || !receipt.work || receipt.work.by !== null) return null
  const { dueAt } = receipt.work
  const now = clock.now()
  const until = new Date(dueAt).toISOString()
  // Exactly these instants are those until which a used up limit puts a reading off.
  if (dueAt === endOfDay(now).getTime())
    return { reason: 'daily_pages', before: null, limit: pageLimits.perDay, until }
  if (dueAt === endOfMonth(now).getTime())
    return { reason: 'monthly_pages', before: null, limit: pageLimits.perMonth, until }
  return null
}
