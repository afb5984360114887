import type { Clock } from '../../clock.ts'
import { seconds } from '../../clock.ts'
import type { IdempotencyKeys, IdempotencyRow } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { Database } from './database.ts'

export function createIdempotencyKeys(db: Database, clock: Clock): IdempotencyKeys {
  const item = (key: string) => storedKeys.idempotency.of(key)
  return {
    async claim(userId, key, row, expiresAt) {
      return db.transaction(() => {
        const now = seconds(clock.now())
        db.run('DELETE FROM taxpayer_items WHERE expires_at <= ?', now)
        const live = 'SELECT data FROM taxpayer_items WHERE user_id = ? AND item = ?'
        const found = db.get<{ data: string }>(live, userId, item(key))
        if (found) return JSON.parse(found.data) as IdempotencyRow
        const insert = 'INSERT INTO taxpayer_items (user_id, item, data, expires_at) VALUES (?, ?, ?, ?)'
        db.run(insert, userId, item(key), JSON.stringify(row), seconds(expiresAt))
        return undefined
      })
    },
    async release(userId, key, receiptId) {
      const sql = `DELETE FROM taxpayer_items WHERE user_id = ? AND item = ? AND data ->> 'receiptId' = ?`
      db.run(sql, userId, item(key), receiptId)
    },
  }
}
