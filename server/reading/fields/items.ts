import type { LineItem } from '../reading.ts'
import type { Money } from './money.ts'
import { type Row, union } from './rows.ts'

const HEAD = /\b(?:DESCRIPTION|ITEM|ITEMS|QTY|QUANTITY|PRICE|AMOUNT|HARGA|KUANTITI|PERKARA|BUTIRAN)\b/
const TIMES =
  /(?<quantity>\d{1,4}(?:\.\d{1,3})?)\s?(?:[A-Z]{2,4}\s?)?[X*@]\s?(?:RM\s?)?(?<price>\d{1,6}\.\d{2,4})?/
const FLAG = /^(?:\*?S|SR|ZR|ZRL|ZRE|ES|OS|Z|T|TX|F|N|E|\*)$/
const ENDS = new Set([
  'rounded',
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
const NO_ITEM = new Set(['discount', 'balance', 'code'])
const NO_NAME = /\b(?:DATE|TARIKH|TIME|MASA|INVOICE|INV|RECEIPT|RESIT|CASHIER|TABLE)\b/
const MOST_ITEMS = 300

/** Letters of a row that are neither figures, codes nor tax flags. */
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

/** What was bought, line by line; a description and its figures may stand on separate rows. */
export function readItems(rows: Row[], all: Money[]): LineItem[] {
  const byRow = Map.groupBy(all, (money) => money.row.index)
  const firstFigure = all[0]?.row.index ?? rows.length
  const head = rows.findLast((row) => row.index < firstFigure && HEAD.test(row.words) && row.cells.length > 1)
  const items: LineItem[] = []
  let waiting: { text: string; row: Row } | null = null
  for (const row of rows.slice(head ? head.index + 1 : Math.max(0, firstFigure - 2))) {
    const amounts = byRow.get(row.index) ?? []
    const amount = amounts.at(-1)
    if (amount?.inSummary) break
    if (amount && amount.labelAt === 'row' && ENDS.has(amount.label)) {
      if (items.length > 0) break
      continue
    }
    const text = wordsOf(row)
    if (!amount) {
      // The first of two lines of words is the item's name, codes and notes follow it.
      if (isDescription(text) && waiting === null && !NO_NAME.test(row.words)) waiting = { text, row }
      continue
    }
    const times = TIMES.exec(row.text)?.groups
    const lone = row.cells.find((cell) => /^[1-9]\d{0,2}$/.test(cell.text))
    const unit = times?.price ? Math.round(Number(times.price) * 100) : amounts.at(-2)?.sen || null
    const description: { text: string; row: Row } | null = isDescription(text) ? { text, row } : waiting
    waiting = null
    if (!description || NO_ITEM.has(amount.label)) continue
    items.push({
      description: description.text,
      quantity: times?.quantity ? Number(times.quantity) : lone ? Number(lone.text) : null,
      unitPriceSen: unit,
      amountSen: amount.sen,
      page: row.page,
      box: union([...description.row.cells, ...row.cells].map((cell) => cell.box)),
    })
    if (items.length === MOST_ITEMS) break
  }
  return items
}
