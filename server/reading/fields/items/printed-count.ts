import type { Row } from '../rows.ts'
import type { Draft, ItemFigures } from './draft.ts'

const COUNT = String.raw`(\d{1,3})(?![\d.,%/:-])`
const THINGS = String.raw`(?:QTY|QUANTITY|ITEMS?|PCS|KUANTITI|BARANG)(?:\s?\(?S\)?)?`
/** How many things a receipt says were sold: `TOTAL QTY: 4`, `1 ITEM (INCLUSIVE OF GST)`, `7  TOTAL`. */
const PRINTED = [
  new RegExp(String.raw`\b(?:TOTAL|TTL|TOT|JUMLAH|NO\.? OF|BIL\.?)\s?${THINGS}\s{0,3}[:.]?\s*${COUNT}`),
  new RegExp(String.raw`^${THINGS}\s?[:.]\s*${COUNT}`),
  new RegExp(String.raw`^${COUNT}\s{1,3}${THINGS}(?![A-Z])`),
  new RegExp(String.raw`^${COUNT}\s{2,}(?:SUB[\s-]?|GRAND )?TOTAL\b`),
]
/** The heading of a summary by tax with a column of counts, and its rows: `ST = 0%  5  21.83  0.00`. */
const SUMMARY = /\bITEMS?\s{1,3}(?:AMOUNT|AMT)\b.*\b(?:GST|SST|TAX)\b/
const SUMMARY_ROW = /%\)?\s*:?\s{1,3}(\d{1,3})\s{1,3}\d[\d,]*\.\d\d\b/

function printedCount(rows: Row[]): number | null {
  const summary = rows.findIndex(({ text }) => SUMMARY.test(text))
  if (summary >= 0) {
    const counts = rows.slice(summary + 1).flatMap(({ text }) => SUMMARY_ROW.exec(text)?.[1] ?? [])
    if (counts.length > 0) return counts.reduce((sum, count) => sum + Number(count), 0)
  }
  for (const { text } of rows)
    for (const pattern of PRINTED) {
      const count = pattern.exec(text)?.[1]
      if (count !== undefined) return Number(count)
    }
  return null
}

/**
 * Sets the quantities that were not read to one where the receipt's count of things leaves one for each. A lone 1 in a
 * column is what detectors miss most.
 */
export function countOnes(drafts: Draft[], figures: ItemFigures[], rows: Row[]): ItemFigures[] {
  const last = drafts.at(-1)?.rows.at(-1)?.row.index
  const missing = figures.filter(({ quantity }) => quantity === null).length
  if (missing === 0 || last === undefined) return figures
  const known = figures.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)
  if (printedCount(rows.slice(last + 1)) !== known + missing) return figures
  return figures.map((one) => ({ ...one, quantity: one.quantity ?? 1 }))
}
