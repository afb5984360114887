import { z } from 'zod'
import type { Receipt } from './model.ts'
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

/** Null: nothing of it is to be read, it is being read, or another process has it. */
export function waitingOf(work: Pick<Work, 'before'>, receipt: Receipt): Waiting | null {
  if (receipt.unreadFileIds.length === 0) return null
  const before = work.before(receipt) ?? 0
  return before > 0 ? { reason: 'turn', before, limit: null, until: null } : null
}
