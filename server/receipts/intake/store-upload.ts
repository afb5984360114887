import { StorageUnavailableError } from '../../errors.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { workDue } from '../due.ts'
import { type IncomingFile, receiptFile } from '../files/incoming.ts'
import { uploadBrokeOff } from '../files/inspect.ts'
import { originalKey } from '../files/keys.ts'
import { newReceipt, type Receipt } from '../model.ts'
import { LEASE_MS, VersionConflictError } from '../ports.ts'
import type { IntakeDeps } from './deps.ts'

type StoreDeps = Pick<
  IntakeDeps,
  'store' | 'files' | 'keys' | 'removal' | 'work' | 'events' | 'clock' | 'processId'
>

export interface Upload {
  userId: string
  /** The UUIDv7 of the receipt to be. */
  id: string
  incoming: IncomingFile
  idempotencyKey: string | null
  example: boolean
  /** Aborts when the client disconnects. */
  signal?: AbortSignal | undefined
}

const LATE = 'the upload took so long that it was discarded as abandoned'

/**
 * Stores an upload as a new receipt: a hidden record, the file, then the record as people see it. No file is without
 * a record, and what was answered is durable. A client that disconnects before the last write leaves nothing.
 * @returns the receipt, leased by this process with its first attempt to read it counted
 */
export async function storeUpload(deps: StoreDeps, upload: Upload): Promise<Receipt> {
  const { store, files, work, events, clock, processId } = deps
  const { userId, id, incoming, idempotencyKey, example, signal } = upload
  const now = clock.now()
  const file = receiptFile(incoming, 'receipt', now)
  const lease = workDue(now.getTime() + LEASE_MS, processId)
  const fresh = { ...newReceipt(id, userId, now), example }
  const hidden: Receipt = { ...fresh, status: 'receiving', files: [file], idempotencyKey, work: lease }
  // A slow disk or network may take longer than a lease.
  return work.whileRenewing(id, async () => {
    let isShowing = false
    try {
      await store.create(hidden)
      await files.keep(originalKey(userId, id, file.id), incoming.path)
      const duplicateSuspects = await findSuspects(store, hidden)
      if (signal?.aborted) throw uploadBrokeOff()
      isShowing = true
      const shown = await show(store, { ...hidden, duplicateSuspects })
      events.receiptStored(id, file.type, file.bytes)
      return shown
    } catch (error) {
      // A storage error may have hidden a success: then the key stands for the receipt. Else the sweep discards it.
      if (!isShowing || !(error instanceof StorageUnavailableError)) await discard(deps, hidden)
      throw error instanceof VersionConflictError
        ? new StorageUnavailableError(LATE, { cause: error })
        : error
    }
  })
}

/** Reading begins at once, so the lease is kept and the first attempt is counted here: that saves a write. */
function show(store: StoreDeps['store'], hidden: Receipt): Promise<Receipt> {
  const unreadFileIds = hidden.files.map((file) => file.id)
  const shown: Receipt = { ...hidden, status: 'reading', unreadFileIds, idempotencyKey: null }
  return store.save(shown, { work: hidden.work && { ...hidden.work, attempts: 1 } })
}

/** Best effort: where this fails too, the lease ends and the sweep discards the upload. */
async function discard({ removal, keys, events }: StoreDeps, hidden: Receipt) {
  const { userId, id, idempotencyKey } = hidden
  await removal.remove(hidden).catch(events.workFailed)
  if (idempotencyKey) await keys.release(userId, idempotencyKey, id).catch(events.workFailed)
}
