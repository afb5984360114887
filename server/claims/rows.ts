import type { ReceiptStore } from '../receipts/ports.ts'
import { summaryOf } from '../receipts/record.ts'

/** A receipt as its list has it. */
export type Row = ReturnType<typeof summaryOf>

/** Rows kept in memory, of everybody together; each takes about 1 kB. */
const KEPT = 20_000
/** So many changed ones are asked for one by one; more are read with the whole list. */
const MOST_CHANGED = 20
/** More than anybody has in a year; the list is read page by page beneath. */
const ALL = 1_000_000

/**
 * The rows of a person's year, newest first. Of the thousands behind a claim hardly any has changed since it was last
 * asked for: where the store can tell versions alone, only those that did are read.
 */
export function createYearRows(store: ReceiptStore) {
  const kept = new Map<string, Row>()

  function keep(rows: Row[]): Row[] {
    for (const row of rows) kept.set(row.id, row)
    for (const id of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(id)
    }
    return rows
  }

  async function wholeList(userId: string, year: number) {
    const { rows } = await store.list(userId, { view: { kind: 'year', year }, words: [], limit: ALL })
    return keep(rows.map((row) => JSON.parse(row)))
  }

  return async function rowsOfYear(userId: string, year: number): Promise<Row[]> {
    const versions = await store.versionsOfYear?.(userId, year)
    if (!versions) return wholeList(userId, year)
    const isKept = ({ id, version }: { id: string; version: number }) => kept.get(id)?.version === version
    const changed = versions.filter((one) => !isKept(one))
    if (changed.length > MOST_CHANGED) return wholeList(userId, year)
    for (const { id, version } of changed) {
      const receipt = await store.find(userId, id)
      // Changed once more since its version was told: it may stand in another list by now.
      if (receipt?.version !== version) return wholeList(userId, year)
      keep([summaryOf(receipt)])
    }
    // Somebody else may have read a newer one meanwhile, which may be of another year.
    const rows = versions.filter(isKept).flatMap(({ id }) => kept.get(id) ?? [])
    return rows.length === versions.length ? rows : wholeList(userId, year)
  }
}

export type YearRows = ReturnType<typeof createYearRows>
