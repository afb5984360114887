import type { Events } from '../events.ts'
import { folderOf, originalKey } from './files.ts'
import type { Receipt } from './model.ts'
import { type FileStore, type IdempotencyKeys, type ReceiptStore, VersionConflictError } from './ports.ts'

export interface RemovalDeps {
  store: ReceiptStore
  files: FileStore
  keys: IdempotencyKeys
  events: Events
}

/** How receipts and files go for good. Each receipt is leased by this process. */
export function createRemoval({ store, files, keys, events }: RemovalDeps) {
  /** The files first: should the process die in between, the record still knows what is left to do. */
  async function remove(receipt: Receipt) {
    await files.removeAll(folderOf(receipt.userId, receipt.id))
    await store.remove(receipt)
  }

  return {
    remove,

    /** An upload that was never answered, or a purge that was not finished: as if it had not been. */
    async takeBack(receipt: Receipt) {
      await remove(receipt)
      const { userId, id, idempotencyKey } = receipt
      if (idempotencyKey !== null) await keys.release(userId, idempotencyKey, id)
      events.receiptTakenBack(id)
    },

    /** Empties the trash of one, unless somebody restores it first. */
    async purge(receipt: Receipt) {
      try {
        // Hidden from everybody before the first file goes, so that nobody restores a record without its files.
        await remove(await store.save({ ...receipt, status: 'receiving' }))
        events.receiptPurged(receipt.id)
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
      }
    },

    /** Removes the files of a receipt that were being added and never arrived. */
    async removeArriving({ userId, id, arriving }: Receipt) {
      for (const fileId of arriving) await files.removeAll(originalKey(userId, id, fileId))
    },
  }
}
