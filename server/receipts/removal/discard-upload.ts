import { workDue } from '../due.ts'
import type { Receipt } from '../model.ts'
import { VersionConflictError } from '../ports.ts'
import type { RemovalDeps } from './deps.ts'
import { remove, removeLateFiles, UNFINISHED_MS } from './remove.ts'

/**
 * Discards an upload that was never answered, or finishes a removal that a process left undone. Frees its
 * idempotency key, so that the client can send the file again.
 */
export async function discardUpload(
  deps: Pick<RemovalDeps, 'store' | 'files' | 'keys' | 'events' | 'clock'>,
  receipt: Receipt,
): Promise<void> {
  const claimed = await claim(deps, receipt)
  if (!claimed) return removeLateFiles(deps, receipt)
  await remove(deps, claimed)
  const { userId, id, idempotencyKey } = receipt
  if (idempotencyKey !== null) await deps.keys.release(userId, idempotencyKey, id)
  deps.events.uploadDiscarded(id)
}

/**
 * Saved before the first file goes, so that an upload that is only slow cannot be completed without its file: its lease ends
 * early where the machine was asleep or its clock was set.
 * @returns undefined: it was completed meanwhile, or another process discards it
 */
async function claim({ store, clock }: Pick<RemovalDeps, 'store' | 'clock'>, receipt: Receipt) {
  try {
    return await store.save(receipt, { work: workDue(clock.now().getTime() + UNFINISHED_MS) })
  } catch (error) {
    if (!(error instanceof VersionConflictError)) throw error
    return undefined
  }
}
