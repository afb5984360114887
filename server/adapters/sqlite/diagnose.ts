import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type Finding, failure, fine } from '../../finding.ts'
import { originalKey } from '../../receipts/files/keys.ts'
import { storedKeys } from '../../stored-keys.ts'
import { parseJson } from '../../stored-record.ts'
import { keptFile } from '../../taxpayer/statements/kept-file.ts'
import { memberOf, validJson } from './json.ts'
import { schemaOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** Checks that the database is intact and has a schema this release knows. Opens it read-only. */
export function diagnoseDatabase(path: string): Finding[] {
  if (!existsSync(path)) return [fine('it is created at the first start')]
  const connection = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
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
    return [damaged(path, (error as Error).message)]
  } finally {
    connection.close()
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
