import { findRecord } from '../damaged.ts'
import { workDue } from '../due.ts'
import { folderOf, originalKey } from '../files/keys.ts'
import { newReceipt, type Receipt } from '../model.ts'
import { DamagedReceiptError, VersionConflictError } from '../ports.ts'
import type { RemovalDeps } from './deps.ts'

/** A removal not finished after so long was left by a process that died; any other may finish it. */
const UNFINISHED_MS = 60_000

/**
 * Deletes the files, then the record: after a crash in between the record still says what is left to do.
 * @returns when the last locked file may be deleted, until which an empty hidden record stays; null: all is gone
 */
export async function remove(
  { store, files }: Pick<RemovalDeps, 'store' | 'files'>,
  receipt: Receipt,
): Promise<Date | null> {
  const lockedUntil = await files.removeAll(folderOf(receipt.userId, receipt.id))
  if (lockedUntil) {
    await store.save(emptied(receipt), { work: workDue(lockedUntil.getTime()), pageText: '' })
  } else {
    await store.remove(receipt)
  }
  return lockedUntil
}

/**
 * Deletes a receipt that somebody else may change meanwhile. It is hidden by a new version before the first file goes, so that
 * nobody restores a record without its files, and no upload is completed without its file: the lease of one under way ends early
 * where the machine was asleep or its clock was set. Rejects with VersionConflictError.
 */
export async function claimAndRemove(
  deps: Pick<RemovalDeps, 'store' | 'files' | 'clock'>,
  receipt: Receipt,
): Promise<Date | null> {
  const work = workDue(deps.clock.now().getTime() + UNFINISHED_MS)
  return remove(deps, await deps.store.save(emptied(receipt), { work, pageText: '' }))
}

/** Deletes the files of a receipt that were announced and never arrived. */
export async function removeAbandonedFiles(
  { files }: Pick<RemovalDeps, 'files'>,
  { userId, id, abandonedUploads }: Receipt,
): Promise<void> {
  for (const fileId of abandonedUploads) await files.removeAll(originalKey(userId, id, fileId))
}

/** Deletes what a reading stored for a receipt that was removed meanwhile. */
export async function removeLateFiles(
  { store, files }: Pick<RemovalDeps, 'store' | 'files'>,
  { userId, id }: Receipt,
): Promise<void> {
  const now = await findRecord(store, userId, id)
  if (!now || now.receipt.status === 'receiving') await files.removeAll(folderOf(userId, id))
}

/**
 * Deletes a receipt and its files at once, without the trash and whatever changes it meanwhile.
 * @returns the receipt as it was; undefined: it was gone
 */
export async function eraseReceipt(
  deps: Pick<RemovalDeps, 'store' | 'files' | 'clock'>,
  userId: string,
  id: string,
): Promise<Receipt | undefined> {
  let receipt = (await findRecord(deps.store, userId, id))?.receipt
  while (receipt && receipt.status !== 'receiving') {
    try {
      await claimAndRemove(deps, receipt)
      return receipt
    } catch (error) {
      if (!(error instanceof VersionConflictError) && !(error instanceof DamagedReceiptError)) throw error
      receipt = (await findRecord(deps.store, userId, id))?.receipt
    }
  }
  return undefined
}

/** What stays of a receipt until the last of its files is gone: whose they are, the key to free, and nothing of their content. */
const emptied = (receipt: Receipt): Receipt => ({
  ...newReceipt(receipt.id, receipt.userId, new Date(receipt.createdAt)),
  version: receipt.version,
  status: 'receiving',
  work: receipt.work,
  idempotencyKey: receipt.idempotencyKey,
})
