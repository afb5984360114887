import type { FieldReading } from '../reading.ts'
import type { Money } from './money.ts'
import type { Row } from './rows.ts'

// GST 6 % until 2018; service tax 6 or 8 %, sales tax 5 or 10 %.
const RATES = [6, 8, 5, 10]
const COLUMN = /\b(?:TAX|GST|SST)\b/

/** How well an amount fits as the tax included in the total or added to it: 1 if exact to 5 sen at one rate. */
function fit(tax: number, total: number | null): number {
  if (total === null || total === 0) return 0.5
  const [t, whole] = [Math.abs(tax), Math.abs(total)]
  if (t > whole * 0.12) return 0
  const isExact = RATES.some((rate) => Math.abs((whole * rate) / (100 + rate) - t) <= 5)
  return isExact ? 1 : 0.6
}

/** The sum of the tax column of a tax summary with column headings. */
function fromSummary(all: Money[], rows: Row[]): { sen: number; shown: Money }[] {
  const lines = all.filter((money) => money.inSummary && money.isLast && money.label !== 'summary')
  const head = rows.find((row) => {
    const last = row.cells.at(-1)
    return (
      row.cells.length > 1 &&
      last !== undefined &&
      COLUMN.test(last.words) &&
      !/\b(?:TOTAL|INVOICE|NO|ID|REG|INCL\w*)\b/.test(last.words)
    )
  })
  if (!head) return []
  const below = lines.filter((money) => money.row.index > head.index && money.row.index <= head.index + 6)
  const rated = below.filter((money) => money.label !== 'total' && money.row.cells.length > 1)
  const [shown] = rated
  return shown ? [{ sen: rated.reduce((sum, money) => sum + money.sen, 0), shown }] : []
}

/** Reads the tax (GST, SST) in sen; 0 only if the receipt says so. A service charge is not a tax. */
export function readTax(all: Money[], rows: Row[], totalSen: number | null): FieldReading<number> | null {
  const labelled = all
    .filter((money) => money.label === 'tax' && money.labelAt === 'row' && money.isLast)
    .map((money) => ({ sen: money.sen, shown: money, base: 0.8 }))
  const summed = fromSummary(all, rows).map((found) => ({ ...found, base: 0.75 }))
  let chosen: FieldReading<number> | null = null
  for (const { sen, shown, base } of [...labelled, ...summed]) {
    const confidence = base * fit(sen, totalSen) * (0.2 * fit(sen, totalSen) + 1) * shown.cell.confidence
    if (confidence <= 0 || (chosen && chosen.confidence >= confidence)) continue
    chosen = { value: sen, confidence: Math.min(confidence, 0.97), page: shown.row.page, box: shown.cell.box }
  }
  return chosen
}
