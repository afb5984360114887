import type { Receipt } from '../model.ts'
import type { WorkContext } from './deps.ts'
import { saveOutcome } from './save-outcome.ts'

/** Removes files that were announced and never arrived. */
export async function discardPendingUploads(context: WorkContext, receipt: Receipt) {
  await context.removal.removePendingFiles(receipt)
  await saveOutcome(context, receipt, (current) => ({ ...current, pendingUploads: [] }))
}
