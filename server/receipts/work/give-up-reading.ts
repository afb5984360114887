import { mergeReading } from '../merge-reading.ts'
import type { Receipt } from '../model.ts'
import type { WorkContext } from './deps.ts'
import { saveOutcome } from './save-outcome.ts'

/** Ends the reading of a receipt that failed too often: it becomes `unreadable`, or keeps what is known of it. */
export async function giveUpReading(context: WorkContext, receipt: Receipt) {
  await saveOutcome(context, receipt, (current) =>
    mergeReading(current, null, [], { now: context.clock.now(), unreadableReason: 'reading_failed' }),
  )
}
