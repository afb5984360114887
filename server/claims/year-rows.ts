import { findRecord } from '../receipts/damaged.ts'
import { eachRow, type Row } from '../receipts/each-receipt.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import { placeOf, summaryOfRecord } from '../receipts/record.ts'

/** The rows of a year as last read, in memory. */
interface KeptYear {
  /** Where the store's changes stood before they were read. */
  at: string
  rows: Row[]
}

/** The number of rows kept in memory for all users together; each takes about 1 kB. */
const MAX_ROWS = 60_000
/** Up to this many changed receipts are read one by one; beyond it the whole list is read. */
const MAX_CHANGED = 50

/**
 * The rows of a person's year, newest first. Between two requests few of the thousands of receipts change. If the store can
 * tell which, only these are read.
 */
export function createYearRows(store: ReceiptStore) {
  const kept = new Map<string, KeptYear>()

  function keep(key: string, { at, rows }: KeptYear): Row[] {
    kept.delete(key)
    if (rows.length > MAX_ROWS) return rows
    kept.set(key, { at, rows })
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

  /**
   * Rows read earlier, with those of these receipts as they are now. Undefined where one of them is damaged: only the list
   * knows its place.
   */
  async function updated(rows: Row[], userId: string, year: number, ids: string[]) {
    if (ids.length === 0) return rows
    const records = await Promise.all(ids.map((id) => findRecord(store, userId, id)))
    if (rows.some((row) => row.damaged) || records.some((record) => record?.damaged.length)) return undefined
    const isChanged = new Set(ids)
    const now = rows.filter(({ id }) => !isChanged.has(id))
    for (const record of records) {
      if (!record || record.receipt.status === 'receiving') continue
      if (placeOf(record.receipt).list !== String(year)) continue
      const row = summaryOfRecord(record)
      const next = now.findIndex((other) => isListedBefore(row, other))
      now.splice(next < 0 ? now.length : next, 0, row)
    }
    return now
  }

  return async function rowsOfYear(userId: string, year: number): Promise<Row[]> {
    if (!store.changesSince) return wholeList(userId, year)
    const key = `${year}#${userId}`
    const known = kept.get(key)
    // Asked before anything is read: what changes meanwhile is read again by the next request.
    const { at, ids } = await store.changesSince(userId, known?.at)
    const isKnown = known && ids && ids.length <= MAX_CHANGED
    const rows = isKnown ? await updated(known.rows, userId, year, ids) : undefined
    return keep(key, { at, rows: rows ?? (await wholeList(userId, year)) })
  }
}

/** In the order of a year's list: by day, then by upload, newest first. */
function isListedBefore(one: Row, other: Row): boolean {
  const [day, otherDay] = [one.paidOn ?? '', other.paidOn ?? '']
  return day === otherDay ? one.id > other.id : day > otherDay
}

export type YearRows = ReturnType<typeof createYearRows>
