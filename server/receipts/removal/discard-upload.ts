import type { Receipt } from '../model.ts'
import type { RemovalDeps } from './deps.ts'
import { remove } from './remove.ts'

/**
 * Discards an upload that was never answered, or finishes a removal that a process left undone. Frees its
 * idempotency key, so that the client can send the file again.
 */
export async function discardUpload(
  deps: Pick<RemovalDeps, 'store' | 'files' | 'keys' | 'events'>,
  receipt: Receipt,
): Promise<void> {
  await remove(deps, receipt)
  const { userId, id, idempotencyKey } = receipt
  if (idempotencyKey !== null) await deps.keys.release(userId, idempotencyKey, id)
  deps.events.uploadDiscarded(id)
}
