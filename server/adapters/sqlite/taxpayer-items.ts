import { endOf } from '../../stored-keys.ts'
import { parseJson } from '../../stored-record.ts'
import { ItemChangedError, type TaxpayerItem, type TaxpayerItems } from '../../taxpayer/ports.ts'
import { createItemChecks, type StoredKind } from '../../taxpayer/stored-items.ts'
import type { Database } from './database.ts'

interface Stored {
  item: string
  data: string
}

/** Version 0 where it cannot be read. */
export function parseItem({ item, data }: Stored): TaxpayerItem {
  const { version, data: document } = (parseJson(data) ?? {}) as Partial<TaxpayerItem>
  return { item, version: Number.isInteger(version) ? Number(version) : 0, data: document }
}

/** One row of taxpayer_items each, with the version beside the data. */
export function createTaxpayerItems(db: Database, kinds: readonly StoredKind[]): TaxpayerItems {
  const checks = createItemChecks(kinds)
  const find = (userId: string, item: string) => {
    const sql = 'SELECT item, data FROM taxpayer_items WHERE user_id = ? AND item = ?'
    const stored = db.get<Stored>(sql, userId, item)
    return stored && parseItem(stored)
  }

  return {
    async find(userId, item) {
      const found = find(userId, item)
      return found && checks.read(found)
    },
    async list(userId, prefix) {
      const sql =
        'SELECT item, data FROM taxpayer_items WHERE user_id = ? AND item >= ? AND item < ? ORDER BY item'
      return checks.readAll(db.all<Stored>(sql, userId, prefix, endOf(prefix)).map(parseItem))
    },
    async put(userId, item, data, based) {
      checks.mustBeReadable(item, data)
      return db.transaction(() => {
        const current = find(userId, item)?.version ?? 0
        if (based !== 'any' && based !== current) throw new ItemChangedError(current)
        const sql = 'INSERT OR REPLACE INTO taxpayer_items (user_id, item, data) VALUES (?, ?, ?)'
        db.run(sql, userId, item, JSON.stringify({ version: current + 1, data }))
        return current + 1
      })
    },
    async remove(userId, item) {
      db.run('DELETE FROM taxpayer_items WHERE user_id = ? AND item = ?', userId, item)
    },
  }
}
