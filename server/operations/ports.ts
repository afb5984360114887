import type { ReadRecord } from '../receipts/record.ts'

/** Somebody who has receipts, or said something of a year. */
export interface Owner {
  userId: string
  /** Null where the account is kept elsewhere, or is gone. */
  email: string | null
  receipts: number
}

/** What somebody said of a year (`year#`), decided for a merchant (`merchant#`), or a statement (`statement#`). */
export interface TaxpayerDocument {
  userId: string
  item: string
  data: unknown
}

/** Everything of everybody in a copy of the local database. */
export interface ReceiptExport {
  /** In the order of their ids. */
  owners(): Owner[]
  /** One person's, or everybody's; fetched as they are asked for, in the order they were made. */
  receipts(userId?: string): Iterable<ReadRecord>
  /** One person's, or everybody's, by name. */
  documents(userId?: string): Iterable<TaxpayerDocument>
  close(): void
}

/** The database of the local shape, for what works beside a running server or without one. */
export interface LocalDatabase {
  /** The newest schema this release knows. */
  schema: number
  /**
   * Writes the database as it is at one moment into a new file; a server may go on writing. The original is only read.
   * @throws NewerDatabaseError, StorageFullError, StorageUnavailableError, or when the database is damaged
   */
  copyTo(path: string): void
  /** Whether the live database still has this receipt or statement and names this file in it. */
  names(recordId: string, fileId: string): boolean
}

/** What may be done with a copy of the database. Each brings it to the newest schema first. */
export interface DatabaseCopies {
  open(path: string): ReceiptExport
  /**
   * Makes a copy fit to be served: checks it, and ends every session in it, so that nobody is signed in again whose
   * session was ended after the copy was made.
   * @throws NewerDatabaseError, or when the copy is damaged
   */
  prepare(path: string, now: Date): void
}

/** Something a person asked for cannot be done; the message says why and what to do. */
export class OperationError extends Error {
  override name = 'OperationError'
}
