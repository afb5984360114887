import { chmodSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { StorageFullError, StorageUnavailableError } from '../../errors.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

export type Row = Record<string, unknown>

/** One connection to the database file; every call is synchronous and durable when it returns. */
export interface Database {
  run(sql: string, ...values: SQLInputValue[]): { changes: number }
  get<R = Row>(sql: string, ...values: SQLInputValue[]): R | undefined
  all<R = Row>(sql: string, ...values: SQLInputValue[]): R[]
  /** All of it or nothing; `work` must not await. */
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * Opens (or makes) a database and brings it to the newest schema.
 * @throws NewerDatabaseError when a newer release has written it
 */
export function openDatabase(path: string): Database {
  const connection = guarded(() => new DatabaseSync(path, { timeout: 5_000 }))
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = connection.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }

  const database: Database = {
    run: (sql, ...values) => guarded(() => ({ changes: Number(prepare(sql).run(...values).changes) })),
    get: <R>(sql: string, ...values: SQLInputValue[]) =>
      guarded(() => prepare(sql).get(...values) as R | undefined),
    all: <R>(sql: string, ...values: SQLInputValue[]) => guarded(() => prepare(sql).all(...values) as R[]),
    transaction(work) {
      guarded(() => connection.exec('BEGIN IMMEDIATE'))
      try {
        const result = work()
        guarded(() => connection.exec('COMMIT'))
        return result
      } catch (error) {
        if (connection.isTransaction) connection.exec('ROLLBACK')
        throw error
      }
    },
    close: () => connection.close(),
  }

  try {
    // It holds receipts and password hashes; the files SQLite puts beside it get the same mode.
    chmodSync(path, 0o600)
    guarded(() =>
      connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON'),
    )
    // What is deleted is overwritten: an erasure leaves no bytes in the file.
    guarded(() => connection.exec('PRAGMA secure_delete = ON'))
    // 32 MB hold the rows of a year with thousands of receipts; the default of 2 MB reads them from the file each time.
    connection.exec('PRAGMA cache_size = -32768')
    guarded(() => migrate(connection, migrations))
  } catch (error) {
    connection.close()
    throw error
  }
  return database
}

const SQLITE_FULL = 13
const UNAVAILABLE = new Map([
  [5, 'busy'],
  [8, 'read-only'],
  [10, 'failing to read or write'],
  [14, 'not to be opened'],
])

/** SQLite's own trouble (full, read-only, broken disk) as the errors the rest of the server knows. */
export function guarded<T>(call: () => T): T {
  try {
    return call()
  } catch (error) {
    // Extended result codes keep the primary code in their low byte.
    const code = Number((error as { errcode?: number }).errcode ?? 0) & 0xff
    if (code === SQLITE_FULL) throw new StorageFullError('the database has no room left', { cause: error })
    const state = UNAVAILABLE.get(code)
    if (state) throw new StorageUnavailableError(`the database is ${state}`, { cause: error })
    throw error
  }
}
