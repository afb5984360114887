import type { Owner, ReceiptExport } from '../../operations/ports.ts'
import type { Database } from './database.ts'
import { type StoredReceipt, toReceipt } from './receipt-store.ts'

const AT_ONCE = 100

export function createReceiptExport(db: Database): ReceiptExport {
  return {
    owners: () =>
      db
        .all<Owner>(
          `SELECT user_id AS userId, email, count(*) AS receipts
           FROM receipts LEFT JOIN accounts ON accounts.id = user_id GROUP BY user_id ORDER BY user_id`,
        )
        .map(({ userId, email, receipts }) => ({ userId, email, receipts })),
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
