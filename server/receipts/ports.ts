import type { Readable } from 'node:stream'
import { z } from 'zod'
import { DamagedRecordError } from '../errors.ts'
import type { Suggestion } from './allocation.ts'
import type { Receipt } from './model.ts'
import type { Status, Work } from './parts.ts'
import type { ReadRecord, Summary } from './record.ts'
import type { SearchValue } from './search-query.ts'
import { instant } from './values.ts'

/** A change was based on a version that is no longer the stored one. */
export class VersionConflictError extends Error {
  override name = 'VersionConflictError'
  readonly #current: Receipt | undefined
  constructor(current: Receipt | undefined) {
    super('the receipt was changed in the meantime')
    this.#current = current
  }

  /** The receipt as stored now; undefined: it was deleted. A getter, so that no log prints its content. */
  get current() {
    return this.#current
  }
}

/** Not all of a stored receipt can be read. */
export class DamagedReceiptError extends DamagedRecordError {
  readonly #salvaged: Receipt
  constructor({ receipt, damaged }: ReadRecord) {
    super('receipt', receipt.id, damaged)
    this.#salvaged = receipt
  }

  /** What can be read, and empty values for the rest. Saving it replaces the damaged record. A getter, for the logs. */
  get salvaged() {
    return this.#salvaged
  }
}

/** @throws DamagedReceiptError */
export function intact(record: ReadRecord): Receipt {
  if (record.damaged.length > 0) throw new DamagedReceiptError(record)
  return record.receipt
}

/** A lease not renewed for this long belongs to a process that died. */
export const LEASE_MS = 30_000

export interface ListQuery {
  view: { kind: 'all' } | { kind: 'year'; year: number } | { kind: 'undated' } | { kind: 'trash' }
  status?: Status | undefined
  /** As in SearchQuery (search-query.ts). */
  words: string[]
  values?: SearchValue[]
  /** Only rows for which it holds. */
  only?: ((row: Summary) => boolean) | undefined
  /** Rows to look at in search of those (default MOST_SCANNED); the page then ends, whatever it found. */
  scan?: number
  limit: number
  /** Where to continue: `next` of the page before. */
  after?: Position | undefined
}

/** Rows that one request looks at where it lists some of them only. */
export const MOST_SCANNED = 5_000

/** A position in a list. The view `all` is in the order of upload, the others in the order of day, then upload. */
export interface Position {
  day: string
  id: string
}

export interface Page {
  /** Newest first, at most `limit`; fewer, even none, where `scan` rows were looked at. Each row is the JSON text of a summary (record.ts), ready to be sent; a damaged one says so. */
  rows: string[]
  next: Position | null
}

/** What else a write can change in the same step. */
export interface SaveOptions {
  /** Replaces the text of its pages that is searched. */
  pageText?: string
  /** Replaces its work; null: none is left. Undefined keeps it, also a lease taken since the receipt was found. */
  work?: Work | null
}

/** Work that is due and in no process. */
export interface Backlog {
  /** At most MOST_COUNTED; there may be more then. */
  count: number
  /** When the one that waits longest became due, in ms since 1970; null: none waits. */
  oldest: number | null
}

/** Counting further would cost more than it tells. */
export const MOST_COUNTED = 1_000

/** A look-up key of a receipt, as it is stored. */
export interface LookupEntry {
  key: string
  id: string
  /** The version of the receipt it was written for; 0 where keys are written together with their receipt. */
  version: number
}

/**
 * Receipts of all users. A receipt is found by its owner and id together, so nobody finds another person's.
 * Every method may reject with StorageFullError or StorageUnavailableError.
 */
export interface ReceiptStore {
  /** Stores a new receipt (version 1). Rejects when the id exists, and with InvalidRecordError. */
  create(receipt: Receipt): Promise<void>
  /** Rejects with DamagedReceiptError. */
  find(userId: string, id: string): Promise<Receipt | undefined>
  /**
   * Stores `receipt` as the version after `receipt.version`, with all its look-up keys and search text, and returns it
   * with its new version. Rejects with VersionConflictError when that version is not the stored one, and with
   * InvalidRecordError. Replaces a damaged record.
   */
  save(receipt: Receipt, options?: SaveOptions): Promise<Receipt>
  /** Deletes it if its version is the stored one; false: it was changed or is gone. */
  remove(receipt: Receipt): Promise<boolean>
  list(userId: string, query: ListQuery): Promise<Page>
  /** How many receipts a list has. Only in stores where that costs much less than the list. */
  count?(userId: string, query: Omit<ListQuery, 'only' | 'scan' | 'limit' | 'after'>): Promise<number>
  /**
   * Which of a person's receipts were created, changed or removed since an earlier call, as of the moment it is called.
   * Only in stores that know that without reading the receipts.
   * @param since `at` of the earlier call
   * @returns ids: undefined where it is not known, as in the first call: perhaps all
   */
  changesSince?(userId: string, since?: string): Promise<{ at: string; ids: string[] | undefined }>
  /** The ids of all users with a receipt. Reads through all receipts: for maintenance, never for a request. */
  owners(): Promise<string[]>
  /** Ids of this user's receipts outside the trash that have this look-up key (lookup-keys.ts). */
  withKey(userId: string, key: string): Promise<string[]>
  /**
   * This user's look-up keys that begin with `prefix`, whose last character is `#`. Reads no receipt, so some may be left
   * over from a write that failed, or belong to one that is under way.
   */
  lookups(userId: string, prefix: string): Promise<LookupEntry[]>
  /** Removes a look-up key that was left over, unless it was written again. */
  removeLookup(userId: string, entry: LookupEntry): Promise<void>
  /** This user's receipts by id, also damaged ones, perhaps as they were a moment ago. Those not found are left out. */
  findMany(userId: string, ids: string[]): Promise<Map<string, ReadRecord>>

  /**
   * Receipts whose work is due and whose lease, if any, has ended: in turns by person, each person's oldest first, so that
   * one with thousands hides nobody else's.
   */
  due(now: Date, limit: number): Promise<{ userId: string; id: string }[]>
  /** How much work is due now, and since when. */
  backlog(now: Date): Promise<Backlog>
  /**
   * Takes the lease if the work is due or `by` already has it, and counts an attempt. Undefined: another has it. Rejects
   * with DamagedReceiptError; the lease is taken then too.
   */
  lease(id: string, lease: { now: Date; until: Date; by: string }): Promise<Receipt | undefined>
  /** Releases a lease unused: due again at `until`, and the attempt is not counted. False: the lease was lost. */
  postpone(id: string, lease: { until: Date; by: string }): Promise<boolean>
  /** Makes a receipt due at `at` if it would be due later or not at all. Not a new version. Ignored while it is leased. */
  makeDue(userId: string, id: string, at: Date): Promise<void>
  /**
   * Ends the work of a receipt that needed no other change, without a new version. False: the lease was lost, or the
   * receipt was changed since it was leased.
   */
  finish(receipt: Receipt, by: string): Promise<boolean>
  /** Extends the lease. False: the lease was lost. */
  renew(id: string, lease: { until: Date; by: string }): Promise<boolean>
}

export const idempotencyRowSchema = z.object({
  receiptId: z.string(),
  /** Hex SHA-256 of the uploaded file. */
  sha256: z.string(),
  at: instant,
})
export type IdempotencyRow = z.output<typeof idempotencyRowSchema>

/** Idempotency keys of uploads, kept for 30 days. */
export interface IdempotencyKeys {
  /** Stores the row unless one exists that has not expired and can be read; that one is returned instead. */
  claim(
    userId: string,
    key: string,
    row: IdempotencyRow,
    expiresAt: Date,
  ): Promise<IdempotencyRow | undefined>
  /** Frees the key if it still belongs to this receipt. */
  release(userId: string, key: string, receiptId: string): Promise<void>
}

/** Pages of a period (`2026-11-30`, `2026-11`) that were paid for: of a person, or of everybody (SYSTEM_OWNER). */
export interface PageCounter {
  userId: string
  period: string
}

export interface PageCounters {
  /** Adds pages unless the count would exceed `most`; false then. All processes see the same count. */
  take(counter: PageCounter, pages: number, limits: { most: number; expiresAt: Date }): Promise<boolean>
  giveBack(counter: PageCounter, pages: number): Promise<void>
  used(counter: PageCounter): Promise<number>
}

/** Files by keys like `<user>/<receipt>/<file>` (files/keys.ts). Once `keep` resolves, the file survives a power cut. */
export interface FileStore {
  /** Stores a file of this machine. It may be moved: afterwards the path need not exist. */
  keep(key: string, path: string): Promise<void>
  write(key: string, bytes: Uint8Array): Promise<void>
  /**
   * Stores a file under a second key too. Each is removed and locked for itself. Files of a disk take no more room.
   * False: no such file.
   */
  copy(from: string, to: string): Promise<boolean>
  /**
   * Undefined: no such file. `bytes` is the size of the whole file.
   * @param range the first and last byte to read, both inside the file
   */
  open(
    key: string,
    range?: { start: number; end: number },
  ): Promise<{ stream: Readable; bytes: number } | undefined>
  /** The file under a path of this machine, for native code. Call `release` afterwards. Undefined: no such file. */
  local(key: string): Promise<{ path: string; release(): Promise<void> } | undefined>
  /** The keys of the files directly under `<user>/<receipt>`, sorted. Empty where there are none. */
  list(folder: string): Promise<string[]>
  /**
   * Deletes the file of this key, or everything under `<user>/<receipt>` or `<user>`. Missing is fine; locked files stay.
   * @returns when the last lock ends; null: nothing is left
   */
  removeAll(key: string): Promise<Date | null>
  /**
   * Locks a file against deletion by anyone until the end of a day (YYYY-MM-DD, in Malaysia). Never shortens a lock; a
   * missing file is fine. Null in a store without object locks, where only permissions guard the files.
   */
  lockUntil: ((key: string, day: string) => Promise<void>) | null
  /** Rejects with a storage error when files cannot be written. */
  check(): Promise<void>
}

/** The last day (YYYY-MM-DD) on which the records of a year of assessment must be kept. */
export type RetainUntil = (userId: string, year: number) => Promise<string>

/**
 * Suggests what a receipt may count for in its year. Null: nothing is known to base a suggestion on.
 * @param text of its pages, one line of text each
 */
export type Suggest = (receipt: Receipt, text: string) => Promise<Suggestion | null>

/**
 * What the suggestion of a receipt says, in Malay by the English text: every reason and question that its evidence leads to, with
 * and without the latest decisions of its owner.
 * @param text of its pages, one line of text each
 */
export type InMalay = (receipt: Receipt, text: string) => Promise<ReadonlyMap<string, string>>
