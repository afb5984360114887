import type { ResidualData } from '../../accounts/ports.ts'
import type { Database } from './database.ts'

export function createResidualData(db: Database): ResidualData {
  return {
    async remove(userId, spared) {
      const isSpared = spared.map(() => "AND item NOT LIKE ? || '%'").join(' ')
      db.run(`DELETE FROM taxpayer_items WHERE user_id = ? ${isSpared}`, userId, ...spared)
      // Until then the log holds older versions of the pages.
      db.get('PRAGMA wal_checkpoint(TRUNCATE)')
    },
  }
}
