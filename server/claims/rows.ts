import type { summaryOf } from '../receipts/record.ts'

/** A receipt as its list has it. */
export type Row = ReturnType<typeof summaryOf>

/** A row takes about 1 kB, parsed and not. */
const KEPT = 20_000

/**
 * Parses rows of lists, and keeps what it parsed: of the thousands behind a claim hardly any has changed since it
 * was last asked for, and parsing would take most of its time.
 */
export function createRowParser() {
  const parsed = new Map<string, Row>()

  return function parse(texts: string[]): Row[] {
    const rows = texts.map((text) => {
      const known = parsed.get(text)
      if (known) return known
      const row = JSON.parse(text) as Row
      parsed.set(text, row)
      return row
    })
    for (const text of parsed.keys()) {
      if (parsed.size <= KEPT) break
      parsed.delete(text)
    }
    return rows
  }
}

export type RowParser = ReturnType<typeof createRowParser>
