import type { ReceiptStore } from '../receipts/ports.ts'
import { summaryOf } from '../receipts/record.ts'

/** A receipt as its list has it. */
export type Row = ReturnType<typeof summaryOf>

/** A year as it was last read. */
interface KeptYear {
  state: string
  rows: Row[]
  /** By what the state says of each. */
  byEntry: Map<string, Row>
}

/** Rows kept in memory, of everybody together; each takes about 1 kB. */
const KEPT = 20_000
/** So many changed ones are asked for one by one; more are read with the whole list. */
const MOST_CHANGED = 20
/** More than anybody has in a year; the list is read page by page beneath. */
const ALL = 1_000_000

/**
 * The rows of a person's year, newest first. Of the thousands behind a claim hardly any has changed since it was last
 * asked for: where the store can tell the state of a year alone, only those that did are read.
 */
export function createYearRows(store: ReceiptStore) {
  const kept = new Map<string, KeptYear>()

  function keep(key: string, state: string, rows: Row[]): Row[] {
    kept.delete(key)
    if (rows.length > KEPT) return rows
    kept.set(key, { state, rows, byEntry: new Map(rows.map((row) => [`${row.id}:${row.version}`, row])) })
    let total = 0
    // The latest stay.
    for (const [other, year] of [...kept].reverse()) {
      total += year.rows.length
      if (total > KEPT) kept.delete(other)
    }
    return rows
  }

  async function wholeList(userId: string, year: number): Promise<Row[]> {
    const { rows } = await store.list(userId, { view: { kind: 'year', year }, words: [], limit: ALL })
    return rows.map((row) => JSON.parse(row))
  }

  /** The rows of a state, made of those of an earlier one; undefined where too much has changed since. */
  async function updated(userId: string, entries: string[], { byEntry }: KeptYear) {
    const changed = entries.filter((entry) => !byEntry.has(entry))
    if (changed.length > MOST_CHANGED) return undefined
    const now = new Map<string, Row>()
    for (const entry of changed) {
      const receipt = await store.find(userId, entry.slice(0, entry.lastIndexOf(':')))
      // Changed once more since the state was told: it may stand in another list by now.
      if (!receipt || `${receipt.id}:${receipt.version}` !== entry) return undefined
      now.set(entry, summaryOf(receipt))
    }
    return entries.flatMap((entry) => now.get(entry) ?? byEntry.get(entry) ?? [])
  }

  return async function rowsOfYear(userId: string, year: number): Promise<Row[]> {
    // Told before the rows are read: should they be newer, the next time they are read again.
    const state = await store.stateOfYear?.(userId, year)
    if (state === undefined) return wholeList(userId, year)
    const key = `${year}#${userId}`
    const known = kept.get(key)
    if (known?.state === state) return known.rows
    const entries = state === '' ? [] : state.split(',')
    const rows = known && (await updated(userId, entries, known))
    return keep(key, state, rows ?? (await wholeList(userId, year)))
  }
}

export type YearRows = ReturnType<typeof createYearRows>
