import type { Clock } from '../../clock.ts'
import { Refusal, StorageUnavailableError } from '../../errors.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { type IncomingFile, receiptFile } from '../files/incoming.ts'
import { originalKey } from '../files/keys.ts'
import type { Receipt, ReceiptFile, Work } from '../model.ts'
import { type Beside, type FileStore, type ReceiptStore, VersionConflictError } from '../ports.ts'
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
      if (!current.arriving.includes(file.id) || current.trashedAt) {
        throw new Refusal(
          'wrong_state',
          'The receipt went to the trash, or the file took too long to arrive.',
        )
      }
      try {
        const { receipt, beside } = listed(current, file)
        const duplicateSuspects = await findSuspects(store, receipt)
        const updatedAt = clock.now().toISOString()
        return await store.save({ ...receipt, duplicateSuspects, updatedAt }, beside)
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
        if (!error.current) throw new Refusal('not_found', 'The receipt is gone.')
        current = error.current
      }
    }
  }

  function listed(current: Receipt, file: ReceiptFile): { receipt: Receipt; beside: Beside } {
    const arriving = current.arriving.filter((id) => id !== file.id)
    const receipt = { ...current, arriving, files: [...current.files, file] }
    if (file.role !== 'receipt') {
      const idle = arriving.length === 0 && current.toRead.length === 0
      return { receipt, beside: idle ? { work: retention.work(receipt) ?? null } : {} }
    }
    const toRead = [...current.toRead, file.id]
    return { receipt: toBeRead({ ...receipt, toRead }), beside: { work: dueIn(0, null) } }
  }

  /** @param receipt as it is now; the change is made on condition of its version */
  return async function addFile(receipt: Receipt, incoming: IncomingFile, role: ReceiptFile['role']) {
    if (receipt.files.length + receipt.arriving.length >= MAX_FILES) {
      throw new Refusal('too_many_files', `A receipt may have at most ${MAX_FILES} files.`)
    }
    const file = receiptFile(incoming, role, clock.now())
    // The record knows of the file before the store does, so that none is left that no record knows.
    const beside = receipt.work ? {} : { work: dueIn(ARRIVAL_MS, processId) }
    const announced = await store.save({ ...receipt, arriving: [...receipt.arriving, file.id] }, beside)
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
