import type { Receipt } from '../model.ts'
import { VersionConflictError } from '../ports.ts'
import type { RemovalDeps } from './deps.ts'
import { claimAndRemove, removeLateFiles } from './remove.ts'

/**
 * Discards an upload that was never answered, or finishes a removal that a process left undone. Frees its
 * idempotency key, so that the client can send the file again.
 */
export async function discardUpload(
  deps: Pick<RemovalDeps, 'store' | 'files' | 'keys' | 'events' | 'clock'>,
  receipt: Receipt,
): Promise<void> {
  try {
    await claimAndRemove(deps, receipt)
  } catch (error) {
    if (!(error instanceof VersionConflictError)) throw error
    // It was completed meanwhile, or another process discards it.
    return removeLateFiles(deps, receipt)
  }
  const { userId, id, idempotencyKey } = receipt
  if (idempotencyKey !== null) await deps.keys.release(userId, idempotencyKey, id)
  deps.events.uploadDiscarded(id)
}
