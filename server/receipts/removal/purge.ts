import type { Receipt } from '../model.ts'
import { VersionConflictError } from '../ports.ts'
import type { RemovalDeps } from './deps.ts'
import { claimAndRemove } from './remove.ts'

/** Deletes a trashed receipt once its time has come, unless somebody restores it first. */
export async function purge(
  deps: Pick<RemovalDeps, 'store' | 'files' | 'retention' | 'events' | 'clock' | 'processId'>,
  receipt: Receipt,
): Promise<void> {
  const { store, retention, events, clock, processId } = deps
  // Its retention may have become longer since it was moved to the trash.
  const purgeAt = await retention.purgeAt(receipt)
  if (purgeAt > clock.now()) {
    await store.postpone(receipt.id, { until: purgeAt, by: processId })
    return
  }
  try {
    await claimAndRemove(deps, receipt)
    events.receiptPurged(receipt.id)
  } catch (error) {
    if (!(error instanceof VersionConflictError)) throw error
  }
}
