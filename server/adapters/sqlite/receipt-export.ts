import type { Owner, ReceiptExport, TaxpayerDocument } from '../../operations/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import { DamagedItemError } from '../../taxpayer/ports.ts'
import { createItemChecks, type StoredKind } from '../../taxpayer/stored-items.ts'
import type { Database } from './database.ts'
import { type StoredReceipt, toReadRecord } from './receipt-store.ts'
import { parseItem } from './taxpayer-items.ts'

const AT_ONCE = 100

/** What taxpayers entered or decided. Every other item is derived from receipts, or temporary. */
const DOCUMENTS = [
  storedKeys.year,
  storedKeys.merchant,
  storedKeys.statement,
  storedKeys.taxReturn,
  storedKeys.recurring,
]
const IS_DOCUMENT = DOCUMENTS.map(({ prefix }) => `item LIKE '${prefix}%'`).join(' OR ')

interface StoredDocument {
  user_id: string
  item: string
  data: string
}

export function createReceiptExport(db: Database, kinds: readonly StoredKind[]): ReceiptExport {
  const checks = createItemChecks(kinds)

  function documentOf({ user_id: userId, ...row }: StoredDocument): TaxpayerDocument {
    const stored = parseItem(row)
    const { item } = stored
    try {
      return { userId, item, data: checks.read(stored).data, damage: null }
    } catch (error) {
      if (!(error instanceof DamagedItemError)) throw error
      return { userId, item, data: stored.data, damage: error }
    }
  }

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
      for (const row of db.all<StoredDocument>(sql, ...mine)) yield documentOf(row)
    },
    close: () => db.close(),
  }
}
