import type { Readable } from 'node:stream'
import type { Suggestion } from './allocation.ts'
import type { Receipt, Status, Work } from './model.ts'

/** A change was based on a version that is no longer the stored one. */
export class VersionConflictError extends Error {
  override name = 'VersionConflictError'
  readonly #current: Receipt | undefined
  constructor(current: Receipt | undefined) {
    super('the receipt was changed in the meantime')
    this.#current = current
  }

  /** The receipt as stored now; undefined when it is gone. No property of its own, so that no log shows it. */
  get current() {
    return this.#current
  }
}

/** A lease not renewed for this long belongs to a process that died. */
export const LEASE_MS = 30_000

export interface ListQuery {
  view: { kind: 'all' } | { kind: 'year'; year: number } | { kind: 'undated' } | { kind: 'trash' }
  status?: Status | undefined
  /** Folded words (search.ts) that must all occur in the receipt's search text. */
  words: string[]
  limit: number
  /** The position after which to go on, as a page gave it. */
  after?: Position | undefined
}

/** Where a list stands: upload order for the view `all`, else day and then upload order. */
export interface Position {
  day: string
  id: string
}

export interface Page {
  /** Newest first; each the stored JSON text of a summary, ready to be sent. */
  rows: string[]
  next: Position | null
}

/** What else a write can change in the same step. */
export interface SaveOptions {
  /** Replaces the text of its pages in the search. */
  pageText?: string
  /** Replaces the state of its work; left out, a lease somebody took in the meantime stays as it is. */
  work?: Work | null
}

/**
 * Receipts of all users. Owner and id together find one; a stranger's is not there.
 * Rejects with StorageFullError or StorageUnavailableError when the storage does.
 */
export interface ReceiptStore {
  /** Stores a new receipt (version 1). Rejects when the id exists. */
  create(receipt: Receipt): Promise<void>
  find(userId: string, id: string): Promise<Receipt | undefined>
  /**
   * Stores `receipt` as the next version of the one it was made from (`receipt.version`), with everything it can
   * be found by, and returns it with its new version. Rejects with VersionConflictError.
   */
  save(receipt: Receipt, options?: SaveOptions): Promise<Receipt>
  /** Deletes it on condition of its version; false when it was changed or is gone. */
  remove(receipt: Receipt): Promise<boolean>
  list(userId: string, query: ListQuery): Promise<Page>
  /** The list of a year as `id:version` and commas alone; only where that costs much less than the list itself. */
  stateOfYear?(userId: string, year: number): Promise<string>
  /** Everybody who has a receipt in a list. Reads through all of them: for maintenance, never for a request. */
  owners(): Promise<string[]>
  /** Ids of this user's receipts, outside the trash, that have this look-up key (duplicates.ts). */
  withKey(userId: string, key: string): Promise<string[]>

  /** Receipts whose work is due: unleased, or with a lease that ran out. Oldest first. */
  due(now: Date, limit: number): Promise<{ userId: string; id: string }[]>
  /** Takes the lease where the work is due or held by `by`, and counts an attempt. Undefined: somebody else has it. */
  lease(id: string, lease: { now: Date; until: Date; by: string }): Promise<Receipt | undefined>
  /** Gives a lease back unused: due again at `until`, the attempt not counted. False when the lease was lost. */
  postpone(id: string, lease: { until: Date; by: string }): Promise<boolean>
  /** Makes a receipt due at `at` if it would be due later or not at all. Not a new version. Ignored while it is leased. */
  makeDue(userId: string, id: string, at: Date): Promise<void>
  /**
   * Takes the work off a receipt that needed no other change: not a write that counts as a version. False when the
   * lease was lost, or the receipt was changed since it was leased.
   */
  finish(receipt: Receipt, by: string): Promise<boolean>
  /** False when the lease was lost. */
  renew(id: string, lease: { until: Date; by: string }): Promise<boolean>
}

export interface IdempotencyRow {
  receiptId: string
  /** SHA-256 of what was sent. */
  sha256: string
  at: string
}

/** Idempotency keys of uploads, kept for 30 days. */
export interface IdempotencyKeys {
  /** Writes the row unless a live one exists, which is returned instead. */
  claim(
    userId: string,
    key: string,
    row: IdempotencyRow,
    expiresAt: Date,
  ): Promise<IdempotencyRow | undefined>
  /** Frees the key if it still stands for this receipt. */
  release(userId: string, key: string, receiptId: string): Promise<void>
}

/** Files of receipts, by keys like `<user>/<receipt>/<file>` (files.ts). What it says it keeps survives a power cut. */
export interface FileStore {
  /** Takes a file of this machine into the store; afterwards the path may be gone. */
  keep(key: string, path: string): Promise<void>
  write(key: string, bytes: Uint8Array): Promise<void>
  /** @param range the first and last byte asked for; both exist. `bytes` is the size of the whole file. */
  open(
    key: string,
    range?: { start: number; end: number },
  ): Promise<{ stream: Readable; bytes: number } | undefined>
  /** The file under a path of this machine, for native code; call `release` afterwards. Undefined: not there. */
  local(key: string): Promise<{ path: string; release(): Promise<void> } | undefined>
  /**
   * Removes the file of this key, or everything under `<user>/<receipt>` or `<user>`; missing is fine. What is held
   * stays.
   * @returns when the last of what stays may go; null where nothing is left
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

/** The last day (YYYY-MM-DD) on which the papers of a year of assessment must be kept. */
export type RetainUntil = (userId: string, year: number) => Promise<string>

/**
 * What a receipt may count for in its year; null where there is nothing to go by.
 * @param text of its pages, a line each
 */
export type Suggest = (receipt: Receipt, text: string) => Promise<Suggestion | null>
