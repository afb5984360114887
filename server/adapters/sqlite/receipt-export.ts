import type { ReceiptExport } from '../../operations/ports.ts'
import type { Database } from './database.ts'
import { type StoredReceipt, toReceipt } from './receipt-store.ts'

const AT_ONCE = 100

export function createReceiptExport(db: Database): ReceiptExport {
  return {
    owners: () =>
      db
        .all<{ userId: string; receipts: number }>(
          'SELECT user_id AS userId, count(*) AS receipts FROM receipts GROUP BY user_id ORDER BY user_id',
        )
        .map(({ userId, receipts }) => ({ userId, receipts })),
    *receipts(userId) {
      const mine = userId === undefined ? [] : [userId]
      const sql = `SELECT * FROM receipts WHERE row > ? ${userId === undefined ? '' : 'AND user_id = ?'}
        ORDER BY row LIMIT ${AT_ONCE}`
      for (let row = 0; ; ) {
        const found = db.all<StoredReceipt>(sql, row, ...mine)
        yield* found.map(toReceipt)
        const last = found.at(-1)
        if (!last) return
        row = last.row
      }
    },
    close: () => db.close(),
  }
}
