import { InvalidRecordError } from '../../errors.ts'
import { ReaderBusyError, ReaderFailedError } from '../../reading/ports.ts'
import type { Receipt } from '../model.ts'
import type { WorkContext } from './deps.ts'
import { markFilesRead } from './mark-files-read.ts'
import { postponeReading } from './postpone-reading.ts'
import { saveOutcome } from './save-outcome.ts'

/**
 * One attempt to read a receipt: reads its unread files, merges what was found, saves the result and refreshes the
 * credit notes that depend on it.
 * @returns `retry` where the reader failed and another attempt may succeed
 */
export async function attemptReading(context: WorkContext, receipt: Receipt): Promise<'done' | 'retry'> {
  const { leases, readReceipt } = context
  const startedAt = performance.now()
  const readFileIds = new Set<string>()
  return leases.whileRenewing(receipt.id, async (lost) => {
    try {
      const { apply, text } = await readReceipt(receipt, lost, (fileId) => readFileIds.add(fileId))
      const saved = await saveOutcome(
        context,
        receipt,
        (current) => apply(current, context.clock.now()),
        text,
      )
      await finish(context, receipt, { saved, startedAt })
      return 'done'
    } catch (error) {
      return onFailure(context, receipt, { error, readFileIds, isLost: lost.aborted })
    }
  })
}

/** @param saved undefined: the lease was lost, because another process reads the receipt or it was removed */
async function finish(
  { backoff, events, removal, refreshAfterReading }: WorkContext,
  receipt: Receipt,
  { saved, startedAt }: { saved: Receipt | undefined; startedAt: number },
) {
  backoff.reset(receipt.id)
  if (!saved) return removal.removeLateFiles(receipt)
  events.receiptRead(saved.id, saved.status, Math.round(performance.now() - startedAt) / 1000)
  await refreshAfterReading(saved)
}

async function onFailure(
  context: WorkContext,
  receipt: Receipt,
  { error, readFileIds, isLost }: { error: unknown; readFileIds: Set<string>; isLost: boolean },
): Promise<'done' | 'retry'> {
  const isBusy = error instanceof ReaderBusyError
  // A reading that makes no storable record counts as failed: the next one would make the same.
  const isFailed = error instanceof ReaderFailedError || error instanceof InvalidRecordError
  if (!isBusy && !isFailed) return context.leases.releaseAfter(error, receipt.id)
  await markFilesRead(context, receipt, readFileIds)
  if (isBusy) {
    await postponeReading(context, receipt.id, error)
    return 'done'
  }
  context.events.readingFailed(receipt.id, receipt.work?.attempts ?? 0, error.message)
  return isLost ? 'done' : 'retry'
}
