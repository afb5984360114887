import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import { folderOf, originalKey } from '../files/keys.ts'
import { newReceipt, type Receipt } from '../model.ts'
import { type FileStore, type IdempotencyKeys, type ReceiptStore, VersionConflictError } from '../ports.ts'
import type { Retention } from './index.ts'

export interface RemovalDeps {
  store: ReceiptStore
  files: FileStore
  keys: IdempotencyKeys
  retention: Retention
  events: Events
  clock: Clock
  /** Unique to this process. */
  processId: string
}

/** A removal that has not ended for so long is somebody else's to end. */
const UNFINISHED_MS = 60_000

/** How receipts and files go for good. */
export function createRemoval({ store, files, keys, retention, events, clock, processId }: RemovalDeps) {
  /**
   * The files first: should the process die in between, the record still knows what is left to do.
   * @returns when the files that the store holds may go, and go by themselves; null where nothing is left
   */
  async function remove(receipt: Receipt): Promise<Date | null> {
    const lockedUntil = await files.removeAll(folderOf(receipt.userId, receipt.id))
    if (lockedUntil) {
      const work = { attempts: 0, dueAt: lockedUntil.getTime(), by: null }
      await store.save(emptied(receipt), { work, pageText: '' })
    } else {
      await store.remove(receipt)
    }
    return lockedUntil
  }

  /**
   * Removes one that people can see: hidden from everybody before the first file goes, so that nobody restores a record
   * without its files. Rejects with VersionConflictError.
   */
  async function removeShown(receipt: Receipt) {
    const work = { attempts: 0, dueAt: clock.now().getTime() + UNFINISHED_MS, by: null }
    return remove(await store.save(emptied(receipt), { pageText: '', work }))
  }

  return {
    remove,
    removeShown,

    /** An upload that was never answered, or a removal that was not finished: as if it had not been. */
    async takeBack(receipt: Receipt) {
      await remove(receipt)
      const { userId, id, idempotencyKey } = receipt
      if (idempotencyKey !== null) await keys.release(userId, idempotencyKey, id)
      events.receiptTakenBack(id)
    },

    /** Empties the trash of one when its time has come, unless somebody restores it first. */
    async purge(receipt: Receipt) {
      // It may have to be kept longer than was known when it went into the trash.
      const purgeAt = await retention.purgeAt(receipt)
      if (purgeAt > clock.now()) {
        await store.postpone(receipt.id, { until: purgeAt, by: processId })
        return
      }
      try {
        await removeShown(receipt)
        events.receiptPurged(receipt.id)
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
      }
    },

    /** Removes the files of a receipt that were being added and never arrived. */
    async removePendingUploads({ userId, id, pendingUploads }: Receipt) {
      for (const fileId of pendingUploads) await files.removeAll(originalKey(userId, id, fileId))
    },
  }
}

export type Removal = ReturnType<typeof createRemoval>

/** What is left of a receipt until the last of its files is gone: whose they are, and nothing of what they say. */
const emptied = (receipt: Receipt): Receipt => ({
  ...newReceipt(receipt.id, receipt.userId, new Date(receipt.createdAt)),
  version: receipt.version,
  status: 'receiving',
  work: receipt.work,
})
