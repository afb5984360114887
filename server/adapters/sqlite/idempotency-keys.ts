import type { Clock } from '../../clock.ts'
import { seconds } from '../../clock.ts'
import { type IdempotencyKeys, idempotencyRowSchema } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import { parseJson, readable } from '../../stored-record.ts'
import type { Database } from './database.ts'
import { validJson } from './json.ts'

export function createIdempotencyKeys(db: Database, clock: Clock): IdempotencyKeys {
  const item = (key: string) => storedKeys.idempotency.of(key)
  return {
    async claim(userId, key, row, expiresAt) {
      const data = JSON.stringify(readable('idempotency key', idempotencyRowSchema, row))
      return db.transaction(() => {
        const now = seconds(clock.now())
        db.run('DELETE FROM taxpayer_items WHERE expires_at <= ?', now)
        const live = 'SELECT data FROM taxpayer_items WHERE user_id = ? AND item = ?'
        const found = db.get<{ data: string }>(live, userId, item(key))
        const earlier = found && idempotencyRowSchema.safeParse(parseJson(found.data)).data
        if (earlier) return earlier
        // A damaged row says nothing about the first request, so this one is the first.
        const insert =
          'INSERT OR REPLACE INTO taxpayer_items (user_id, item, data, expires_at) VALUES (?, ?, ?, ?)'
        db.run(insert, userId, item(key), data, seconds(expiresAt))
        return undefined
      })
    },
    async release(userId, key, receiptId) {
      const sql = `DELETE FROM taxpayer_items WHERE user_id = ? AND item = ?
        AND ${validJson('data')} ->> 'receiptId' = ?`
      db.run(sql, userId, item(key), receiptId)
    },
  }
}
