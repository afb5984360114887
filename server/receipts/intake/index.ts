import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../../clock.ts'
import { Refusal, StorageUnavailableError } from '../../errors.ts'
import type { Events } from '../../events.ts'
import type { Concluded } from '../derived/derived-fields.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { type IncomingFile, receiptFile } from '../files/incoming.ts'
import { originalKey } from '../files/keys.ts'
import { type EditableValues, newReceipt, type Receipt } from '../model.ts'
import type { FileStore, IdempotencyKeys, ReceiptStore } from '../ports.ts'
import { personsValues } from '../review/index.ts'
import { LEASE_MS, type Work } from '../work/index.ts'

/** How long a plain upload waits for its reading before it is answered without. */
const WAIT_MS = 20_000
const IDEMPOTENCY_DAYS = 30
/** A first request that has left no receipt for so long is dead, as one that does not renew its lease is. */
const CLAIM_MS = LEASE_MS

export interface IntakeDeps {
  store: ReceiptStore
  files: FileStore
  keys: IdempotencyKeys
  work: Work
  concluded: Concluded
  events: Events
  clock: Clock
  processId: string
  /** Milliseconds a plain upload waits for its reading. */
  waitMs?: number | undefined
}

export function createIntake(deps: IntakeDeps) {
  const { store, files, keys, work, concluded, events, clock, processId, waitMs = WAIT_MS } = deps

  /**
   * Keeps a received file as a new receipt: record, file, record, in this order, so that no file is without a
   * record and what was answered is durable.
   */
  async function keep(
    userId: string,
    id: string,
    incoming: IncomingFile,
    idempotencyKey: string | null,
  ): Promise<Receipt> {
    const now = clock.now()
    const file = receiptFile(incoming, 'receipt', now)
    const held = { attempts: 0, dueAt: now.getTime() + LEASE_MS, by: processId }
    const fresh: Receipt = {
      ...newReceipt(id, userId, now),
      status: 'receiving',
      files: [file],
      idempotencyKey,
      work: held,
    }
    // A slow disk or network may take longer than a lease.
    const renewal = work.renewing(id, () => {})
    let isShowing = false
    try {
      await store.create(fresh)
      await files.keep(originalKey(userId, id, file.id), incoming.path)
      const kept: Receipt = { ...fresh, status: 'reading', unreadFileIds: [file.id], idempotencyKey: null }
      const duplicateSuspects = await findSuspects(store, kept)
      isShowing = true
      // Read at once, so the lease it has is kept and its first attempt counted here: one write less.
      const saved = await store.save({ ...kept, duplicateSuspects }, { work: { ...held, attempts: 1 } })
      events.receiptKept(id, file.type, file.bytes)
      return saved
    } catch (error) {
      // Without an answer it may be stored, and is what the key stands for then; else the sweep takes it back.
      if (isShowing && error instanceof StorageUnavailableError) throw error
      // Best effort: where this fails too, the lease runs out and the sweep takes it back.
      await work.remove(fresh).catch(events.workFailed)
      if (idempotencyKey) await keys.release(userId, idempotencyKey, id).catch(events.workFailed)
      throw error
    } finally {
      renewal.end()
    }
  }

  /** @returns the receipt an earlier request with this key has made, if there was one */
  async function claim(
    userId: string,
    key: string,
    id: string,
    sha256: string,
  ): Promise<Receipt | undefined> {
    const now = clock.now()
    const row = { receiptId: id, sha256, at: now.toISOString() }
    const expiresAt = new Date(now.getTime() + IDEMPOTENCY_DAYS * 86_400_000)
    const earlier = await keys.claim(userId, key, row, expiresAt)
    if (!earlier) return undefined
    if (earlier.sha256 !== sha256) {
      throw new Refusal('idempotency_key_reused', 'This Idempotency-Key came with another file before.')
    }
    const receipt = await store.find(userId, earlier.receiptId)
    if (receipt && receipt.status !== 'receiving') return receipt
    if (receipt || now.getTime() - Date.parse(earlier.at) < CLAIM_MS) {
      throw new Refusal('idempotency_key_in_use', 'Ask again in a moment.', { retryAfter: 2 })
    }
    // Its receipt was taken back or purged: this request is the first again.
    await keys.release(userId, key, earlier.receiptId)
    return claim(userId, key, id, sha256)
  }

  return {
    /**
     * @param wait whether to answer only when it was read (at most 20 s)
     * @returns the receipt as it is by then, and whether an earlier request had made it
     */
    async upload(
      userId: string,
      incoming: IncomingFile,
      options: { key: string | undefined; wait: boolean },
    ) {
      const id = uuidv7()
      const earlier = options.key && (await claim(userId, options.key, id, incoming.sha256))
      if (earlier) return { receipt: earlier, replayed: true }
      const kept = await keep(userId, id, incoming, options.key ?? null)
      const receipt = options.wait ? await this.read(kept, kept) : kept
      if (!options.wait) void work.offer(id, kept)
      return { receipt, replayed: false }
    },

    /**
     * Waits for a receipt's reading, but no longer than a person would.
     * @param leased as for Work.offer
     */
    async read(receipt: Receipt, leased?: Receipt): Promise<Receipt> {
      const { promise: enough, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, waitMs)
      await Promise.race([work.offer(receipt.id, leased), enough])
      clearTimeout(timer)
      return (await store.find(receipt.userId, receipt.id)) ?? receipt
    },

    /** A receipt without a picture: what a person says. */
    async enter(userId: string, values: Partial<EditableValues>): Promise<Receipt> {
      const fresh = newReceipt(uuidv7(), userId, clock.now())
      const entered: Receipt = { ...fresh, ...personsValues(fresh, values) }
      const receipt = await concluded(entered)
      await store.create(receipt)
      return receipt
    },
  }
}

export type Intake = ReturnType<typeof createIntake>
