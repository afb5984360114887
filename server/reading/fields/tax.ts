import type { FieldReading } from '../reading.ts'
import type { Money } from './money.ts'
import type { Row } from './rows.ts'

// GST 6 % until 2018; service tax 6 or 8 %, sales tax 5 or 10 %.
const RATES = [6, 8, 5, 10]
const COLUMN = /\b(?:TAX|GST|SST)\b/
const RATE = /(\d{1,2})(?:[.,]0{1,2})?\s?%/
const SERVICE_TAX = /\bSERVICE TAX\b|\bCUKAI PERKHIDMATAN\b/
const SALES_TAX = /\bSALES? TAX\b|\bCUKAI JUALAN\b/

/** How well an amount fits as the tax included in the total or added to it: 1 if exact to 5 sen at one rate. */
function fit(tax: number, total: number | null): number {
  if (total === null || total === 0) return 0.5
  const [t, whole] = [Math.abs(tax), Math.abs(total)]
  if (t > whole * 0.12) return 0
  const isExact = RATES.some((rate) => Math.abs((whole * rate) / (100 + rate) - t) <= 5)
  return isExact ? 1 : 0.6
}

interface FoundTax {
  sen: number
  shown: Money
  base: number
}

/** The sum of the tax column of a tax summary with column headings. */
function fromSummary(all: Money[], rows: Row[]): FoundTax[] {
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
  return shown ? [{ sen: rated.reduce((sum, money) => sum + money.sen, 0), shown, base: 0.75 }] : []
}

/** What tells one tax of a receipt from another: its name and its rate. */
function kindOf({ row }: Money): string {
  const rate = RATE.exec(row.text)?.[1] ?? ''
  const name = SERVICE_TAX.test(row.words) ? 'service' : SALES_TAX.test(row.words) ? 'sales' : ''
  return `${name} ${rate}`
}

/**
 * The sum of taxes of different names or rates, each printed on a row of its own. None where only one is printed, or
 * where one of them is the sum of the others already.
 */
function fromSeveral(labelled: Money[], all: Money[], totalSen: number | null): FoundTax[] {
  const rows = [
    ...Map.groupBy(
      labelled.filter(({ inSummary }) => !inSummary),
      kindOf,
    ),
  ]
  const kinds = rows.filter(([kind]) => kind.trim() !== '').flatMap(([, [first]]) => first ?? [])
  const [shown] = kinds
  if (kinds.length < 2 || !shown) return []
  const sum = kinds.reduce((total, { sen }) => total + sen, 0)
  const isSummed = labelled.some(({ sen }) => Math.abs(sen - sum) <= 1)
  if (isSummed) return [{ sen: sum, shown, base: 0.97 }]
  const before = all.filter(({ label }) => label === 'subtotal' || label === 'before' || label === 'service')
  const isProven =
    totalSen !== null &&
    sumsOf(before.map(({ sen }) => sen)).some((net) => Math.abs(net + sum - totalSen) <= 5)
  return [{ sen: sum, shown, base: isProven ? 0.97 : 0.82 }]
}

/** Each amount, and each two of them added. */
const sumsOf = (amounts: number[]) => {
  const few = [...new Set(amounts)].slice(0, 12)
  return [...few, ...few.flatMap((one, i) => few.slice(i + 1).map((other) => one + other))]
}

/** Reads the tax (GST, SST) in sen: of several taxes their sum; 0 only if the receipt says so. A service charge is none. */
export function readTax(all: Money[], rows: Row[], totalSen: number | null): FieldReading<number> | null {
  const labelled = all.filter((money) => money.label === 'tax' && money.labelAt === 'row' && money.isLast)
  const [several] = fromSeveral(labelled, all, totalSen)
  const single = labelled.map((shown) => ({ sen: shown.sen, shown, base: 0.8 }))
  // Brackets around the tax that a total includes are no minus.
  const signed = (sen: number) => ((totalSen ?? 0) > 0 ? Math.abs(sen) : sen)
  if (several && fit(several.sen, totalSen) > 0) {
    const { sen, shown, base } = several
    return {
      value: signed(sen),
      confidence: base * shown.cell.confidence,
      page: shown.row.page,
      box: shown.cell.box,
    }
  }
  let chosen: FieldReading<number> | null = null
  for (const { sen, shown, base } of [...single, ...fromSummary(all, rows)]) {
    const confidence = base * fit(sen, totalSen) * (0.2 * fit(sen, totalSen) + 1) * shown.cell.confidence
    if (confidence <= 0 || (chosen && chosen.confidence >= confidence)) continue
    const value = signed(sen)
    chosen = { value, confidence: Math.min(confidence, 0.97), page: shown.row.page, box: shown.cell.box }
  }
  return chosen
}
