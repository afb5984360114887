import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Finding, failure, fine } from '../../finding.ts'
import { originalKey } from '../../receipts/files/keys.ts'
import { storedKeys } from '../../stored-keys.ts'
import { parseJson } from '../../stored-record.ts'
import { keptFile } from '../../taxpayer/statements/kept-file.ts'
import { memberOf, validJson } from './json.ts'
import { LOST_DATABASE_FIX, lostDatabase } from './lost-database.ts'
import { schemaOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/**
 * Checks that the database is intact and has a schema this release knows. Opens it read-only.
 * @param files the folder of the files that its records name
 */
export function diagnoseDatabase(path: string, files: string): Finding[] {
  const lost = lostDatabase(path, files)
  if (lost) return [failure(lost, LOST_DATABASE_FIX)]
  if (!existsSync(path)) return [fine('it is created at the first start')]
  if (statSync(path).isDirectory()) {
    return [
      failure(`${path} is a folder`, `move it away and restore the newest backup: npm run restore -- FILE`),
    ]
  }
  let connection: DatabaseSync | undefined
  try {
    // A running server lets others read; who keeps them out for a second does so for longer.
    connection = new DatabaseSync(path, { readOnly: true, timeout: 1_000 })
    const schema = schemaOf(connection)
    if (schema > migrations.length) {
      const message = `it has schema ${schema}, and this release knows schemas up to ${migrations.length}`
      return [failure(message, 'start the newer release again, or restore a backup made before the upgrade')]
    }
    const answers = connection
      .prepare('PRAGMA quick_check(3)')
      .all()
      .map(({ quick_check }) => String(quick_check))
    if (answers.join() !== 'ok') return [damaged(path, answers.join('; '))]
    const upgrade = schema < migrations.length ? `, migrated to ${migrations.length} at the next start` : ''
    return [fine(`intact (quick_check), schema ${schema}${upgrade}`)]
  } catch (error) {
    return [notOpened(path, error as Error & { errcode?: number })]
  } finally {
    connection?.close()
  }
}

/** What the primary result codes of SQLite mean for the person who runs the server. */
function notOpened(path: string, error: Error & { errcode?: number }): Finding {
  const folder = dirname(path)
  switch ((error.errcode ?? 0) & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return failure(
        `${path} is locked by another program`,
        'end that program, such as a backup tool that copies it',
      )
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
      return failure(
        `${path} cannot be opened here: ${whyNotOpened(path)}`,
        `chown -R "$(whoami)" ${folder}, or mount the disk for writing; nothing is lost`,
      )
    case 10: // SQLITE_IOERR
      return failure(
        `the disk under ${path} fails to read: ${error.message}`,
        'check the disk (dmesg, smartctl), and copy the data folder to another one',
      )
    case 13: // SQLITE_FULL
      return failure(`the disk under ${path} is full`, `free some space on the disk of ${folder}`)
    default:
      return damaged(path, error.message)
  }
}

function whyNotOpened(path: string): string {
  if (!may(path, constants.R_OK)) return 'this user may not read it'
  if (!may(dirname(path), constants.W_OK))
    return 'its folder is read-only, and SQLite has to make auxiliary files beside it'
  if (!may(path, constants.W_OK)) return 'it is read-only'
  return 'this user may not read the files beside it'
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

const damaged = (path: string, why: string) =>
  failure(
    `${path} is damaged: ${why}`,
    'move the data folder away and restore the newest backup: npm run restore -- FILE',
  )

/** Reports whether a server is using the folder. Inspects the lock without taking it. */
export function diagnoseLock(lockFile: string): Finding[] {
  if (!existsSync(lockFile)) return [fine('no server is running on it')]
  const lock = new DatabaseSync(lockFile, { readOnly: true, timeout: 0 })
  try {
    lock.prepare('SELECT 1 FROM sqlite_schema').get()
    return [fine('no server is running on it')]
  } catch (error) {
    const isHeld = (Number((error as { errcode?: number }).errcode) & 0xff) === 5
    if (isHeld) return [fine('a server is running on it')]
    return [
      failure(
        `${lockFile} is not a lock file: ${(error as Error).message}`,
        `stop the server, then rm ${lockFile}`,
      ),
    ]
  } finally {
    lock.close()
  }
}

/** The originals named by the records of receipts and statements, with their sizes. */
export function* filesNamed(path: string): Generator<{ key: string; bytes: number }> {
  if (!existsSync(path)) return
  const connection = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
    const sql = `SELECT user_id, receipt_id, ${memberOf('file', 'id')} AS id, ${memberOf('file', 'bytes')} AS bytes
      FROM receipts, json_each(${validJson('detail')}, '$.files') AS file WHERE status <> 'receiving'`
    for (const row of connection.prepare(sql).iterate()) {
      const { user_id, receipt_id, id, bytes } = row
      if (id === null) continue
      yield { key: originalKey(String(user_id), String(receipt_id), String(id)), bytes: Number(bytes) }
    }
    const statements = `SELECT user_id, item, data FROM taxpayer_items
      WHERE item LIKE '${storedKeys.statement.prefix}%'`
    for (const { user_id, item, data } of connection.prepare(statements).iterate()) {
      const { data: statement } = (parseJson(String(data)) ?? {}) as { data?: unknown }
      const kept = keptFile(String(user_id), { item: String(item), data: statement })
      if (kept) yield { key: kept.key, bytes: kept.file.bytes }
    }
  } finally {
    connection.close()
  }
}
