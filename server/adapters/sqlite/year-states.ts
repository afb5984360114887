import type { ReceiptStore } from '../../receipts/ports.ts'
import type { Database } from './database.ts'

/** Years of all persons whose state is kept: 40 bytes a receipt. */
const MOST_KEPT = 50

/**
 * The state of a year lists all its receipts, which takes milliseconds where there are many thousands. While nothing at all
 * has been written to the database, by this connection or another one, the last answer holds.
 */
export function createYearStates(db: Database): Required<Pick<ReceiptStore, 'stateOfYear'>> {
  const kept = new Map<string, string>()
  let keptAt = ''

  const lastWrite = () => {
    const others = db.get<{ data_version: number }>('PRAGMA data_version')?.data_version
    const own = db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes
    return `${others}:${own}`
  }

  return {
    async stateOfYear(userId, year) {
      // Read before the state: what is written in between makes the next answer a new one.
      const now = lastWrite()
      if (now !== keptAt || kept.size >= MOST_KEPT) kept.clear()
      keptAt = now
      const key = `${year}#${userId}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const entries = `SELECT receipt_id || ':' || version AS entry FROM receipts
        WHERE user_id = ? AND list = ? AND status <> 'receiving' ORDER BY day DESC, receipt_id DESC`
      const sql = `SELECT group_concat(entry, ',') AS state FROM (${entries})`
      const state = db.get<{ state: string | null }>(sql, userId, String(year))?.state ?? ''
      kept.set(key, state)
      return state
    },
  }
}
