import { findRecord } from '../receipts/damaged.ts'
import { eachRow, type Row } from '../receipts/each-receipt.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import { summaryOfRecord } from '../receipts/record.ts'

/** The rows of a year as last read, in memory. */
interface KeptYear {
  state: string
  rows: Row[]
  /** By entry of the state: `id:version`. */
  byEntry: Map<string, Row>
}

const entryOf = ({ id, version }: Pick<Row, 'id' | 'version'>) => `${id}:${version}`

/** The number of rows kept in memory for all users together; each takes about 1 kB. */
const MAX_ROWS = 60_000
/** Up to this many changed receipts are read one by one; beyond it the whole list is read. */
const MAX_CHANGED = 20

/**
 * The rows of a person's year, newest first. Between two requests few of the thousands of receipts change. If the store can
 * return the state of a year, only the changed receipts are read.
 */
export function createYearRows(store: ReceiptStore) {
  const kept = new Map<string, KeptYear>()

  function keep(key: string, state: string, rows: Row[]): Row[] {
    kept.delete(key)
    if (rows.length > MAX_ROWS) return rows
    kept.set(key, { state, rows, byEntry: new Map(rows.map((row) => [entryOf(row), row])) })
    let total = 0
    // The most recently used years stay.
    for (const [other, year] of [...kept].reverse()) {
      total += year.rows.length
      if (total > MAX_ROWS) kept.delete(other)
    }
    return rows
  }

  async function wholeList(userId: string, year: number): Promise<Row[]> {
    const found: Row[] = []
    for await (const row of eachRow(store, userId, { view: { kind: 'year', year } })) found.push(row)
    return found
  }

  /** The rows of a state, based on those of an earlier one; undefined if too many have changed. */
  async function updated(userId: string, entries: string[], { byEntry }: KeptYear) {
    const changed = entries.filter((entry) => !byEntry.has(entry))
    if (changed.length > MAX_CHANGED) return undefined
    const now = new Map<string, Row>()
    for (const entry of changed) {
      const record = await findRecord(store, userId, entry.slice(0, entry.lastIndexOf(':')))
      // Changed again since the state was read: it may belong to another list by now.
      if (!record || entryOf(record.receipt) !== entry) return undefined
      now.set(entry, summaryOfRecord(record))
    }
    return entries.flatMap((entry) => now.get(entry) ?? byEntry.get(entry) ?? [])
  }

  return async function rowsOfYear(userId: string, year: number): Promise<Row[]> {
    if (!store.stateOfYear) return wholeList(userId, year)
    const key = `${year}#${userId}`
    const cached = kept.get(key)
    if (!cached) {
      const rows = await wholeList(userId, year)
      return keep(key, rows.map(entryOf).join(','), rows)
    }
    // Read before the rows: if the rows are newer, the next request reads them again.
    const state = await store.stateOfYear(userId, year)
    if (cached.state === state) return cached.rows
    const rows = await updated(userId, state === '' ? [] : state.split(','), cached)
    return keep(key, state, rows ?? (await wholeList(userId, year)))
  }
}

export type YearRows = ReturnType<typeof createYearRows>
