import { v7 as uuidv7 } from 'uuid'
import type { IncomingFile } from '../files/incoming.ts'
import type { Receipt } from '../model.ts'
import { claimKey } from './claim-key.ts'
import type { IntakeDeps } from './deps.ts'
import { storeUpload } from './store-upload.ts'
import { waitForReading } from './wait-for-reading.ts'

export interface UploadOptions {
  /** The Idempotency-Key, where the client sent one. */
  key: string | undefined
  /** Whether to answer once it was read (but after 20 s at the latest), or as soon as it is stored. */
  wait: boolean
  /** Whether it is one of the shipped examples. Default: false. */
  example?: boolean
  /** Aborts when the client disconnects: what is not stored by then is discarded. */
  signal?: AbortSignal
}

/**
 * The way of an upload: claim its idempotency key, store it, have it read.
 * @returns the receipt as it is by then, and whether an earlier request with the same key had made it
 * @throws Refusal idempotency_key_reused, idempotency_key_in_use; bad_request when the client disconnected
 */
export async function uploadReceipt(
  deps: IntakeDeps,
  userId: string,
  { incoming, key, wait, example = false, signal }: UploadOptions & { incoming: IncomingFile },
): Promise<{ receipt: Receipt; replayed: boolean }> {
  const id = uuidv7()
  const claim = { userId, key, receiptId: id, sha256: incoming.sha256 }
  const earlier = key === undefined ? undefined : await claimKey(deps, { ...claim, key })
  if (earlier) return { receipt: earlier, replayed: true }
  const upload = { userId, id, incoming, idempotencyKey: key ?? null, example, signal }
  const stored = await storeUpload(deps, upload)
  if (wait)
    return { receipt: await waitForReading(deps, stored, { leased: stored, signal }), replayed: false }
  void deps.work.offer(stored, stored)
  return { receipt: stored, replayed: false }
}
