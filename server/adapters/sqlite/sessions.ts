import { seconds } from '../../clock.ts'
import type { Session, SessionStore } from '../../identity/ports.ts'
import { endOf, storedKeys } from '../../stored-keys.ts'
import type { Database } from './database.ts'

interface Stored {
  signedInAt: string
  lastUsedAt: string
  device: string
}

export function createSessionStore(db: Database): SessionStore {
  const item = (id: string) => storedKeys.session.of(id)
  const [first, end] = [storedKeys.session.prefix, endOf(storedKeys.session.prefix)]
  return {
    async put(sub, { id, signedInAt, lastUsedAt, device, expiresAt }) {
      const stored: Stored = {
        signedInAt: signedInAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        device,
      }
      db.run(
        'INSERT OR REPLACE INTO taxpayer_items (user_id, item, data, expires_at) VALUES (?, ?, ?, ?)',
        sub,
        item(id),
        JSON.stringify(stored),
        seconds(expiresAt),
      )
    },
    async touch(sub, id, lastUsedAt, expiresAt) {
      db.run(
        `UPDATE taxpayer_items SET data = json_set(data, '$.lastUsedAt', ?), expires_at = ?
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
      return rows.map(asSession).sort((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime())
    },
  }
}

function asSession(row: { item: string; data: string; expires_at: number }): Session {
  const stored = JSON.parse(row.data) as Stored
  return {
    id: storedKeys.session.rest(row.item),
    signedInAt: new Date(stored.signedInAt),
    lastUsedAt: new Date(stored.lastUsedAt),
    device: stored.device,
    expiresAt: new Date(row.expires_at * 1000),
  }
}
