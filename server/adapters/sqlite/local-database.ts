import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type DatabaseCopies, type LocalDatabase, OperationError } from '../../operations/ports.ts'
import { endOf, storedKeys } from '../../stored-keys.ts'
import type { StoredKind } from '../../taxpayer/stored-items.ts'
import { guarded, openDatabase } from './database.ts'
import { memberOf, validJson } from './json.ts'
import { NewerDatabaseError, schemaOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { createReceiptExport } from './receipt-export.ts'

/** The longest life of an access token (Cognito's upper limit), in seconds. */
const LONGEST_ACCESS_TOKEN = 86_400

/** The database at `path`, for programs that run beside the server. It is opened read-only and never created. */
export function createLocalDatabase(path: string): LocalDatabase {
  function assertExists() {
    if (!existsSync(path)) throw new OperationError(`There is no database at ${path}.`)
  }
  function reading<T>(work: (connection: DatabaseSync) => T): T {
    assertExists()
    const connection = guarded(() => new DatabaseSync(path, { readOnly: true, timeout: 5_000 }))
    try {
      return guarded(() => work(connection))
    } finally {
      connection.close()
    }
  }

  return {
    schema: migrations.length,
    assertExists,
    copyTo(copy) {
      reading((connection) => {
        const found = schemaOf(connection)
        if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length)
        // One read transaction. Deleted data is not copied.
        connection.prepare('VACUUM INTO ?').run(copy)
      })
    },
    names: (recordId, fileId) =>
      reading((connection) => {
        const sql = `SELECT 1 FROM receipts, json_each(${validJson('detail')}, '$.files') AS file
          WHERE receipt_id = ? AND status <> 'receiving' AND ${memberOf('file', 'id')} = ?
          UNION ALL SELECT 1 FROM taxpayer_items WHERE item LIKE '${storedKeys.statement.prefix}%'
            AND ${validJson('data')} ->> '$.data.id' = ? AND ${validJson('data')} ->> '$.data.file.id' = ?`
        return connection.prepare(sql).get(recordId, fileId, recordId, fileId) !== undefined
      }),
  }
}

/** @param kinds how the items of taxpayers are read */
export const createDatabaseCopies = (kinds: readonly StoredKind[]): DatabaseCopies => ({
  open(path) {
    const db = openDatabase(path)
    // Puts everything into one file that can be copied.
    db.get('PRAGMA journal_mode = DELETE')
    return createReceiptExport(db, kinds)
  },
  prepare(path, now) {
    const db = openDatabase(path)
    try {
      const [answer] = db.all<{ quick_check: string }>('PRAGMA quick_check(1)')
      if (answer?.quick_check !== 'ok') throw new OperationError('The database in the backup is damaged.')
      // Token times have whole seconds: a sign-in right after this must not look older.
      const at = new Date(now.getTime() - 1000).toISOString()
      db.transaction(() => {
        db.run('DELETE FROM provider_records')
        db.run('DELETE FROM account_codes')
        db.run('DELETE FROM passkey_challenges')
        const sessions = storedKeys.session.prefix
        db.run('DELETE FROM taxpayer_items WHERE item >= ? AND item < ?', sessions, endOf(sessions))
        db.run(
          `INSERT OR REPLACE INTO revoked_tokens (token_jti, logout_time, expires_at)
           SELECT '${storedKeys.revokedUser.prefix}' || id, ?, ? FROM accounts`,
          at,
          Math.ceil(now.getTime() / 1000) + LONGEST_ACCESS_TOKEN,
        )
      })
      db.get('PRAGMA journal_mode = DELETE')
    } finally {
      db.close()
    }
  },
})
