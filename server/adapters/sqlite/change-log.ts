import type { Receipt } from '../../receipts/model.ts'
import type { ReceiptStore } from '../../receipts/ports.ts'
import type { Database } from './database.ts'

/** Of all people; what changed before these is found by reading a list anew. */
const MOST_REMEMBERED = 1_000

interface Log {
  changes: Pick<Receipt, 'userId' | 'id'>[]
  /** How many were forgotten. */
  before: number
}

/** One for each connection, whichever stores use it. */
const logs = new WeakMap<Database, Log>()

function logOf(db: Database): Log {
  const log = logs.get(db) ?? { changes: [], before: 0 }
  logs.set(db, log)
  return log
}

/** Which receipts this connection has changed; of the others' changes SQLite only says that there were some. */
export function createChangeLog(db: Database) {
  const log = logOf(db)
  return {
    add({ userId, id }: Receipt) {
      log.changes.push({ userId, id })
      if (log.changes.length < 2 * MOST_REMEMBERED) return
      log.changes.splice(0, MOST_REMEMBERED)
      log.before += MOST_REMEMBERED
    },

    async changesSince(userId, since) {
      const others = db.get<{ data_version: number }>('PRAGMA data_version')?.data_version
      const at = `${others}:${log.before + log.changes.length}`
      const [knownOthers, known = 0] = since?.split(':').map(Number) ?? []
      if (knownOthers !== others || known < log.before) return { at, ids: undefined }
      const newer = log.changes.slice(known - log.before)
      return { at, ids: [...new Set(newer.flatMap((one) => (one.userId === userId ? [one.id] : [])))] }
    },
  } satisfies Required<Pick<ReceiptStore, 'changesSince'>> & { add(receipt: Receipt): void }
}
