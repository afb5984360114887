import type { LineItem } from '../reading.ts'
import type { Money } from './money.ts'
import { type Row, union } from './rows.ts'
import { isMostlyLabel } from './words.ts'

const HEAD = /\b(?:DESCRIPTION|ITEM|ITEMS|QTY|QUANTITY|PRICE|AMOUNT|HARGA|KUANTITI|PERKARA|BUTIRAN)\b/
const TIMES =
  /(?<quantity>\d{1,4}(?:\.\d{1,3})?)\s?(?:[A-Z]{2,4}\s?)?[X*@]\s?(?:RM\s?)?(?<price>\d{1,6}\.\d{2,4})?/
const FLAG = /^(?:\*?S|SR|ZR|ZRL|ZRE|ES|OS|Z|T|TX|F|N|E|\*)$/
const ENDS = new Set([
  'rounded',
  'own',
  'covered',
  'payable',
  'inclusive',
  'total',
  'before',
  'subtotal',
  'cash',
  'card',
  'change',
  'tax',
  'service',
  'rounding',
  'count',
])
const NO_ITEM = new Set(['discount', 'balance', 'assured', 'code'])
const NO_NAME = /\b(?:DATE|TARIKH|TIME|MASA|INVOICE|INV|RECEIPT|RESIT|CASHIER|TABLE|QTY|KUANTITI)\b/
const MOST_ENTRIES = 600

/** The number of letters in a row outside figures, codes and tax flags. */
function wordsOf(row: Row): string {
  return row.cells
    .map((cell) => cell.text.replace(TIMES, ' ').replace(/(?:RM\s?)?-?\d[\d,]*\.\d{2,4}\b/g, ' '))
    .flatMap((text) => text.split(/\s+/))
    .filter((token) => !FLAG.test(token) && !/^[\d.,:()@*#-]+$/.test(token))
    .join(' ')
    .replace(/^[A-Z]{0,3}\d{5,}\s?-\s?/, '')
    .replace(/^[^A-Z0-9(]+|[^A-Z0-9)]+$/g, '')
    .trim()
}

const isDescription = (text: string) => text.replace(/[^A-Z]/g, '').length >= 3

/** A row of the item list: words, figures or both. */
interface Entry {
  row: Row
  words: string | null
  amount: Money | null
  unitSen: number | null
}

/** The rows from the column headings to the first subtotal or total. */
function entriesOf(rows: Row[], all: Money[]): Entry[] {
  const byRow = Map.groupBy(all, (money) => money.row.index)
  const firstFigure = all[0]?.row.index ?? rows.length
  const head = rows.findLast((row) => row.index < firstFigure && HEAD.test(row.words) && row.cells.length > 1)
  const entries: Entry[] = []
  for (const row of rows.slice(head ? head.index + 1 : Math.max(0, firstFigure - 2))) {
    const amounts = byRow.get(row.index) ?? []
    const amount = amounts.at(-1) ?? null
    if (amount?.inSummary) break
    const isLabel = isMostlyLabel(row.words)
    if (amount?.labelAt === 'row' && ENDS.has(amount.label) && isLabel) {
      if (entries.some((entry) => entry.amount)) break
      continue
    }
    const text = wordsOf(row)
    const words = isDescription(text) && !(isLabel && !amount) && !NO_NAME.test(row.words) ? text : null
    if (words || amount) entries.push({ row, words, amount, unitSen: amounts.at(-2)?.sen || null })
  }
  return entries
}

function itemOf(entry: Entry, amount: Money, name: Entry): LineItem {
  const times = TIMES.exec(entry.row.text)?.groups
  const lone = entry.row.cells.find((cell) => /^[1-9]\d{0,2}$/.test(cell.text))?.text
  const quantity = times?.quantity ?? lone
  return {
    description: name.words ?? '',
    quantity: quantity ? Number(quantity) : null,
    unitPriceSen: times?.price ? Math.round(Number(times.price) * 100) : entry.unitSen,
    amountSen: amount.sen,
    page: entry.row.page,
    box: union([...name.row.cells, ...entry.row.cells].map((cell) => cell.box)),
  }
}

/** Reads the items. A description may be on the same row as its figures, above it or below it. */
export function readItems(rows: Row[], all: Money[]): LineItem[] {
  const entries = entriesOf(rows, all).slice(0, MOST_ENTRIES)
  // If names are above their figures, the list ends with figures; if below, with a name.
  const isNameBelow = entries.at(-1)?.amount === null
  const items: LineItem[] = []
  let name: Entry | null = null
  entries.forEach((entry, i) => {
    const { amount, words } = entry
    if (!amount) {
      // Of several lines of words the first is the name; codes and notes follow.
      name ??= entry
      return
    }
    const below = entries[i + 1]
    const other = isNameBelow ? (below?.amount === null ? below : null) : name
    const named = words ? entry : other
    name = null
    if (named && !NO_ITEM.has(amount.label)) items.push(itemOf(entry, amount, named))
  })
  return items
}
