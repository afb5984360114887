import type { ReadRecord } from '../receipts/record.ts'
import type { DamagedItemError } from '../taxpayer/ports.ts'

/** Somebody who has receipts or documents. */
export interface Owner {
  userId: string
  /** Null when the account is stored elsewhere or deleted. */
  email: string | null
  receipts: number
}

/** Facts of a year, decisions for a merchant, or a statement (stored-keys.ts). */
export interface TaxpayerDocument {
  userId: string
  item: string
  data: unknown
  /** Null where all of it can be read. */
  damage: DamagedItemError | null
}

/** All data of all people in a copy of the local database. */
export interface ReceiptExport {
  /** Ordered by id. */
  owners(): Owner[]
  /** One person's or everybody's, fetched lazily in the order of creation. */
  receipts(userId?: string): Iterable<ReadRecord>
  /** One person's or everybody's, ordered by name; those that cannot be read too. */
  documents(userId?: string): Iterable<TaxpayerDocument>
  close(): void
}

/** The database of local storage, for commands that run beside a server or without one. */
export interface LocalDatabase {
  /** The newest schema this release knows. */
  schema: number
  /** @throws OperationError when there is none */
  assertExists(): void
  /**
   * Writes a consistent snapshot of the database into a new file while a server may go on writing. Reads the original only.
   * @throws NewerDatabaseError, StorageFullError, StorageUnavailableError, or when the database is damaged
   */
  copyTo(path: string): void
  /** Whether the live database still has this receipt or statement and names this file in it. */
  names(recordId: string, fileId: string): boolean
}

/** Operations on a copy of the database. Each migrates it to the newest schema first. */
export interface DatabaseCopies {
  open(path: string): ReceiptExport
  /**
   * Makes a copy ready for a server: checks it and ends every session in it, so that no session comes back that was ended
   * after the copy was made.
   * @throws NewerDatabaseError, or when the copy is damaged
   */
  prepare(path: string, now: Date): void
}

/** A command cannot be carried out. The message says why and what to do. */
export class OperationError extends Error {
  override name = 'OperationError'
}
