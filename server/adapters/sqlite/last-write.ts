import type { LastWrite } from '../../until-written.ts'
import type { Database } from './database.ts'

/** By other connections and by this one. */
export const createLastWrite =
  (db: Database): LastWrite =>
  () => {
    const others = db.get<{ data_version: number }>('PRAGMA data_version')?.data_version
    const own = db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes
    return `${others}:${own}`
  }
