import { endOf } from '../../stored-keys.ts'
import { ItemChangedError, type TaxpayerItem, type TaxpayerItems } from '../../taxpayer/ports.ts'
import type { Database } from './database.ts'

interface Stored {
  item: string
  data: string
}

const read = ({ item, data }: Stored): TaxpayerItem => ({ item, ...JSON.parse(data) })

/** One row of taxpayer_items each, with the version beside the data. */
export function createTaxpayerItems(db: Database): TaxpayerItems {
  const find = (userId: string, item: string) => {
    const sql = 'SELECT item, data FROM taxpayer_items WHERE user_id = ? AND item = ?'
    const stored = db.get<Stored>(sql, userId, item)
    return stored && read(stored)
  }

  return {
    async find(userId, item) {
      return find(userId, item)
    },
    async list(userId, prefix) {
      const sql =
        'SELECT item, data FROM taxpayer_items WHERE user_id = ? AND item >= ? AND item < ? ORDER BY item'
      return db.all<Stored>(sql, userId, prefix, endOf(prefix)).map(read)
    },
    async put(userId, item, data, based) {
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
