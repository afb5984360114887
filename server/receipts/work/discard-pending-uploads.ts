import type { Receipt } from '../model.ts'
import type { WorkContext } from './deps.ts'
import { saveOutcome, saveWhileLeased } from './save-outcome.ts'

/** Removes files that were announced and never arrived. */
export async function discardPendingUploads(context: WorkContext, receipt: Receipt) {
  // Saved before the first file goes, so that an upload that is only slow cannot list a file that is gone.
  const marked = await saveWhileLeased(context, receipt, (current) => ({
    receipt: {
      ...current,
      pendingUploads: [],
      abandonedUploads: [...current.abandonedUploads, ...current.pendingUploads],
    },
    options: {},
  }))
  if (!marked) return
  await context.removal.removeAbandonedFiles(marked)
  await saveOutcome(context, marked, (current) => ({ ...current, abandonedUploads: [] }))
}
