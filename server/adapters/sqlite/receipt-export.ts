import type { Owner, ReceiptExport } from '../../operations/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { Database } from './database.ts'
import { type StoredReceipt, toReadRecord } from './receipt-store.ts'

const AT_ONCE = 100

/** What taxpayers entered or decided. Every other item is derived from receipts, or temporary. */
const IS_DOCUMENT = [storedKeys.year, storedKeys.merchant, storedKeys.statement]
  .map(({ prefix }) => `item LIKE '${prefix}%'`)
  .join(' OR ')

export function createReceiptExport(db: Database): ReceiptExport {
  return {
    owners: () =>
      db
        .all<Owner>(
          `SELECT user_id AS userId, email, sum(receipts) AS receipts FROM (
             SELECT user_id, count(*) AS receipts FROM receipts GROUP BY user_id
             UNION ALL SELECT DISTINCT user_id, 0 FROM taxpayer_items WHERE ${IS_DOCUMENT}
           ) LEFT JOIN accounts ON accounts.id = user_id GROUP BY user_id ORDER BY user_id`,
        )
        .map(({ userId, email, receipts }) => ({ userId, email, receipts })),
    *receipts(userId) {
      const mine = userId === undefined ? [] : [userId]
      const sql = `SELECT * FROM receipts WHERE row > ? ${userId === undefined ? '' : 'AND user_id = ?'}
        ORDER BY row LIMIT ${AT_ONCE}`
      for (let row = 0; ; ) {
        const found = db.all<StoredReceipt>(sql, row, ...mine)
        yield* found.map(toReadRecord)
        const last = found.at(-1)
        if (!last) return
        row = last.row
      }
    },
    *documents(userId) {
      const mine = userId === undefined ? [] : [userId]
      const sql = `SELECT user_id, item, data FROM taxpayer_items
        WHERE (${IS_DOCUMENT}) ${userId === undefined ? '' : 'AND user_id = ?'} ORDER BY user_id, item`
      for (const row of db.all<{ user_id: string; item: string; data: string }>(sql, ...mine)) {
        yield { userId: row.user_id, item: row.item, data: JSON.parse(row.data).data }
      }
    },
    close: () => db.close(),
  }
}
