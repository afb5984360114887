import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { seconds } from '../../clock.ts'
import type { PageCounter, PageCounters } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { Database } from './database.ts'
import { validJson } from './json.ts'

/** The count in an item; one that cannot be read is 0. */
const PAGES = `coalesce(${validJson('data')} ->> 'pages', 0)`
/** Numbers are bound as floating point. */
const documentOf = (pages: string) => `json_object('pages', CAST(${pages} AS INTEGER))`

export function createPageCounters(db: Database): PageCounters {
  const item = (period: string) => storedKeys.pages.of(period)
  return {
    async take({ userId, period }, pages, { most, expiresAt }) {
      if (pages > most) return false
      const sql = `INSERT INTO taxpayer_items (user_id, item, data, expires_at) VALUES (?, ?, ${documentOf('?')}, ?)
        ON CONFLICT DO UPDATE SET data = ${documentOf(`${PAGES} + ?`)} WHERE ${PAGES} + ? <= ? RETURNING 1`
      const end = seconds(expiresAt)
      return db.get(sql, userId, item(period), pages, end, pages, pages, most) !== undefined
    },

    async giveBack({ userId, period }, pages) {
      const sql = `UPDATE taxpayer_items SET data = ${documentOf(`max(0, ${PAGES} - ?)`)}
        WHERE user_id = ? AND item = ?`
      db.run(sql, pages, userId, item(period))
    },

    async used({ userId, period }) {
      const sql = `SELECT ${PAGES} AS pages FROM taxpayer_items WHERE user_id = ? AND item = ?`
      return db.get<{ pages: number }>(sql, userId, item(period))?.pages ?? 0
    },
  }
}

/** A count in a database that a server may be using; undefined where there is none. */
export function pagesUsedIn(path: string, { userId, period }: PageCounter): number | undefined {
  if (!existsSync(path)) return undefined
  const connection = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
    const sql = `SELECT ${PAGES} AS pages FROM taxpayer_items WHERE user_id = ? AND item = ?`
    return Number(connection.prepare(sql).get(userId, storedKeys.pages.of(period))?.pages ?? 0)
  } finally {
    connection.close()
  }
}
