import { chmodSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { StorageFullError, StorageUnavailableError } from '../../errors.ts'
import { migrate, NewerDatabaseError } from './migrate.ts'
import { migrations } from './migrations/index.ts'

export type Row = Record<string, unknown>

/** One connection to the database file. Every call is synchronous, and durable when it returns. */
export interface Database {
  run(sql: string, ...values: SQLInputValue[]): { changes: number }
  get<R = Row>(sql: string, ...values: SQLInputValue[]): R | undefined
  all<R = Row>(sql: string, ...values: SQLInputValue[]): R[]
  /** Atomic; `work` must not await. */
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * Opens or creates a database and migrates it to the newest schema.
 * @throws NewerDatabaseError when a newer release has migrated it
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
    // It contains receipts and password hashes. SQLite gives its auxiliary files the same mode.
    chmodSync(path, 0o600)
    guarded(() =>
      connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON'),
    )
    // Overwrites deleted data, so that an erasure leaves no bytes in the file.
    guarded(() => connection.exec('PRAGMA secure_delete = ON'))
    // 4 MB hold a year of thousands; with the default of 2 MB they are read from the file every time.
    connection.exec('PRAGMA cache_size = -4096')
    guarded(() => migrate(connection, migrations))
  } catch (error) {
    connection.close()
    throw error
  }
  return database
}

/**
 * Another program, such as `npm run user` of a newer release, may migrate the database of a running server.
 * @throws NewerDatabaseError
 */
export function assertKnownSchema(db: Database) {
  const schema = Number(db.get<{ user_version: number }>('PRAGMA user_version')?.user_version)
  if (schema > migrations.length) throw new NewerDatabaseError(schema, migrations.length)
}

const SQLITE_FULL = 13
const UNAVAILABLE = new Map([
  [5, 'busy'],
  [8, 'read-only'],
  [10, 'failing to read or write'],
  [14, 'impossible to open'],
])

/** Turns SQLite's errors (full, read-only, broken disk) into storage errors. */
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
