import type { ReceiptStore } from '../../receipts/ports.ts'
import { untilWritten } from '../../until-written.ts'
import type { Database } from './database.ts'
import { createLastWrite } from './last-write.ts'

/** Years of all persons whose state is kept: 40 bytes a receipt. */
const MOST_KEPT = 50

/** The state of a year lists all its receipts, which takes milliseconds where there are many thousands. */
export function createYearStates(db: Database): Required<Pick<ReceiptStore, 'stateOfYear'>> {
  const kept = untilWritten<string>(createLastWrite(db), MOST_KEPT)
  return {
    async stateOfYear(userId, year) {
      return kept(`${year}#${userId}`, () => {
        const entries = `SELECT receipt_id || ':' || version AS entry FROM receipts
          WHERE user_id = ? AND list = ? AND status <> 'receiving' ORDER BY day DESC, receipt_id DESC`
        const sql = `SELECT group_concat(entry, ',') AS state FROM (${entries})`
        return db.get<{ state: string | null }>(sql, userId, String(year))?.state ?? ''
      })
    },
  }
}
