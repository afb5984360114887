import { workDue } from '../due.ts'
import { originalKey } from '../files/keys.ts'
import { hasLooseFiles, type Receipt } from '../model.ts'
import type { Work } from '../parts.ts'
import type { RetentionDeps } from './deps.ts'
import { retainUntilOf } from './retain-until.ts'

/**
 * Has the store refuse to delete the originals of a confirmed receipt until it need not be kept any more. Does nothing
 * where the store has no locks. Rejects with a storage error.
 */
export async function lockFiles(deps: Pick<RetentionDeps, 'files' | 'retainUntil'>, receipt: Receipt) {
  const { files } = deps
  const until = files.lockUntil && (await retainUntilOf(deps, receipt))
  if (!files.lockUntil || !until) return
  for (const file of receipt.files) {
    await files.lockUntil(originalKey(receipt.userId, receipt.id, file.id), until)
  }
}

/**
 * The work of locking a confirmed receipt's files. Saved in the same write as the change that requires it, so that a
 * crash cannot lose it.
 * @returns undefined where nothing needs locking, or where the receipt has other work, which starts with the lock
 */
export function lockingWork(
  { files, clock }: Pick<RetentionDeps, 'files' | 'clock'>,
  receipt: Receipt,
): Work | undefined {
  const isBusy = receipt.unreadFileIds.length > 0 || hasLooseFiles(receipt)
  if (!files.lockUntil || receipt.confirmedAt === null || isBusy) return undefined
  return workDue(clock.now().getTime())
}

/**
 * Locks the originals before the change that requires it is saved: the usual change then needs only one write. A crash
 * in between leaves files locked that need not be, and nothing else.
 * @param changed the receipt as it will be saved: confirmed, or counting in another year
 * @returns the work to save with the change where the store could not lock the files now
 */
export async function applyRetentionLock(
  deps: Pick<RetentionDeps, 'files' | 'retainUntil' | 'clock'>,
  changed: Receipt,
): Promise<Work | undefined> {
  try {
    await lockFiles(deps, changed)
    return undefined
  } catch {
    // Whoever does the work meets the failure again and logs it.
    return lockingWork(deps, changed)
  }
}
