import type { Clock } from '../../clock.ts'
import { Refusal, StorageUnavailableError } from '../../errors.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { type IncomingFile, receiptFile } from '../files/incoming.ts'
import { originalKey } from '../files/keys.ts'
import type { Receipt, ReceiptFile, Work } from '../model.ts'
import { type FileStore, type ReceiptStore, type SaveOptions, VersionConflictError } from '../ports.ts'
import type { Retention } from '../retention/index.ts'

const MAX_FILES = 20
/** A file that has not arrived for so long never will. */
export const ARRIVAL_MS = 60_000

export interface AddFileDeps {
  store: ReceiptStore
  files: FileStore
  retention: Retention
  clock: Clock
  /** Unique to this process. */
  processId: string
}

/** Adds files to receipts: announced in the record, put into the store, then listed in the record. */
export function createAddFile({ store, files, retention, clock, processId }: AddFileDeps) {
  const dueIn = (ms: number, by: string | null): Work => ({
    attempts: 0,
    dueAt: clock.now().getTime() + ms,
    by,
  })

  /** The record with the file listed, laid over whatever else was changed since it was announced. */
  async function list(announced: Receipt, file: ReceiptFile): Promise<Receipt> {
    for (let current = announced; ; ) {
      if (!current.pendingUploads.includes(file.id) || current.trashedAt) {
        throw new Refusal(
          'wrong_state',
          'The receipt went to the trash, or the file took too long to arrive.',
        )
      }
      try {
        const { receipt, options } = listed(current, file)
        const duplicateSuspects = await findSuspects(store, receipt)
        const updatedAt = clock.now().toISOString()
        return await store.save({ ...receipt, duplicateSuspects, updatedAt }, options)
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
        if (!error.current) throw new Refusal('not_found', 'The receipt is gone.')
        current = error.current
      }
    }
  }

  function listed(current: Receipt, file: ReceiptFile): { receipt: Receipt; options: SaveOptions } {
    const pendingUploads = current.pendingUploads.filter((id) => id !== file.id)
    const receipt = { ...current, pendingUploads, files: [...current.files, file] }
    if (file.role !== 'receipt') {
      const idle = pendingUploads.length === 0 && current.unreadFileIds.length === 0
      return { receipt, options: idle ? { work: retention.work(receipt) ?? null } : {} }
    }
    const unreadFileIds = [...current.unreadFileIds, file.id]
    return { receipt: toBeRead({ ...receipt, unreadFileIds }), options: { work: dueIn(0, null) } }
  }

  /** @param receipt as it is now; the change is made on condition of its version */
  return async function addFile(receipt: Receipt, incoming: IncomingFile, role: ReceiptFile['role']) {
    if (receipt.files.length + receipt.pendingUploads.length >= MAX_FILES) {
      throw new Refusal('too_many_files', `A receipt may have at most ${MAX_FILES} files.`)
    }
    const file = receiptFile(incoming, role, clock.now())
    // The record knows of the file before the store does, so that none is left that no record knows.
    const options = receipt.work ? {} : { work: dueIn(ARRIVAL_MS, processId) }
    const announced = await store.save(
      { ...receipt, pendingUploads: [...receipt.pendingUploads, file.id] },
      options,
    )
    const key = originalKey(receipt.userId, receipt.id, file.id)
    let isKept = false
    try {
      await files.keep(key, incoming.path)
      isKept = true
      return await list(announced, file)
    } catch (error) {
      // Without an answer it may be listed: whoever looks whether it arrived finds out, and removes it if it is not.
      if (!isKept || !(error instanceof StorageUnavailableError)) await files.removeAll(key)
      throw error
    }
  }
}

/** A confirmed receipt stays confirmed while it is read: that only makes a proposal. */
export const toBeRead = (receipt: Receipt): Receipt =>
  receipt.status === 'confirmed' ? receipt : { ...receipt, status: 'reading' }
