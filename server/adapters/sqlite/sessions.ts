import { seconds } from '../../clock.ts'
import type { SessionStore } from '../../identity/ports.ts'
import { byLastUse, readSession, toStoredSession } from '../../identity/stored-session.ts'
import { endOf, storedKeys } from '../../stored-keys.ts'
import { parseJson } from '../../stored-record.ts'
import type { Database } from './database.ts'
import { validJson } from './json.ts'

export function createSessionStore(db: Database): SessionStore {
  const item = (id: string) => storedKeys.session.of(id)
  const [first, end] = [storedKeys.session.prefix, endOf(storedKeys.session.prefix)]
  return {
    async put(sub, session) {
      const stored = toStoredSession(session)
      db.run(
        'INSERT OR REPLACE INTO taxpayer_items (user_id, item, data, expires_at) VALUES (?, ?, ?, ?)',
        sub,
        item(session.id),
        JSON.stringify(stored),
        seconds(session.expiresAt),
      )
    },
    async touch(sub, id, lastUsedAt, expiresAt) {
      db.run(
        `UPDATE taxpayer_items SET data = json_set(${validJson('data')}, '$.lastUsedAt', ?), expires_at = ?
         WHERE user_id = ? AND item = ?`,
        lastUsedAt.toISOString(),
        seconds(expiresAt),
        sub,
        item(id),
      )
    },
    async remove(sub, id) {
      db.run('DELETE FROM taxpayer_items WHERE user_id = ? AND item = ?', sub, item(id))
    },
    async removeAll(sub) {
      db.run('DELETE FROM taxpayer_items WHERE user_id = ? AND item >= ? AND item < ?', sub, first, end)
    },
    async list(sub, now) {
      const rows = db.all<{ item: string; data: string; expires_at: number }>(
        `SELECT item, data, expires_at FROM taxpayer_items
         WHERE user_id = ? AND item >= ? AND item < ? AND expires_at > ?`,
        sub,
        first,
        end,
        seconds(now),
      )
      return byLastUse(
        rows.map((row) =>
          readSession(storedKeys.session.rest(row.item), parseJson(row.data), row.expires_at),
        ),
      )
    },
  }
}
