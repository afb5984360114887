import { type Label, labelOf } from '../labels.ts'
import type { Money } from '../money.ts'
import type { Row } from '../rows.ts'
import { countUnknown, isOneApart, spell } from '../words.ts'
import { type Figures, figuresOf } from './figures.ts'

/** A row of the item list. */
export interface ListRow extends Figures {
  row: Row
  /** What the row comes to; null on a row of words or of a quantity only. */
  amountSen: number | null
  label: Label
}

const HEAD =
  /\b(?:DESC(?:RIPTION)?S?|ITEMS?|PARTICULARS?|PRODUCT|QTY|QNTY|QUANTITY|U ?PRICE|PRICE|AMOUNT|AMT|TOTAL|UNIT|DISC|RSP|HARGA|KUANTITI|PERKARA|BUTIRAN|BARANG|JUMLAH)\b/g
const CHARGES = new Set<Label>(['tax', 'service', 'rounding'])
const SUMS = new Set<Label>([
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
])
const NO_ITEM = new Set<Label>(['balance', 'assured'])
/** Rows above the list that are no names of items. */
const NO_NAME =
  /\b(?:DATE|TARIKH|TIME|MASA|INVOICE|INV|RECEIPT|RESIT|BILL NO|CASHIER|JURUWANG|TABLE|MEJA|PAX|TEL|FAX|GST (?:ID|NO|REG)|SST (?:ID|NO|REG)|STAFF|SERVER|OPERATOR|COUNTER|TERMINAL|TRANS|ORDER (?:NO|#)|REF|DINE IN|TAKE ?AWAY|TAKE OUT|GUEST CHECK|CUSTOMER)\b|\d{1,2}:\d{2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/
/** Units that are no words, so that what is one letter apart from them is hardly one either. */
const SHORT_UNITS = ['CTN', 'PKT', 'PCS', 'BTL', 'KGS', 'PRS', 'UNT']
const MOST_ROWS = 600

/** Whether a row is the headings of the columns: two of their names, no amount. */
function isHead(row: Row, figures: Figures | undefined): boolean {
  if (!figures || figures.amounts.length > 0) return false
  const names = new Set(row.text.replace(/[^A-Z]+/g, ' ').match(HEAD))
  const alone =
    row.words.split(' ').length <= 2 &&
    names.size === 1 &&
    /DESC|ITEM|PARTICULAR|PERKARA|BUTIRAN/.test(row.text)
  return names.size >= 2 || alone
}

/** Whether the words of a row are a label and nothing else, however they are glued. */
function isLabelled(row: Row, label: Label, most: number): boolean {
  const words = row.words.replace(/\b[A-Z]\b/g, ' ')
  return label !== 'none' && label !== 'discount' && countUnknown(words) <= most
}

/** The rows of the item list: from the column headings, or from the first name, to the first sum. */
export function listRows(rows: Row[], all: Money[]): ListRow[] {
  const byRow = Map.groupBy(all, (money) => money.row.index)
  const taken = rows.map((row) => figuresOf(row.text))
  const amountOf = (row: Row) => taken[row.index]?.amounts.at(-1) ?? null
  const labelAt = (row: Row): Label => {
    const money = byRow.get(row.index)?.at(-1)
    if (!money) return labelOf(spell(row.text))
    if (money.labelAt === 'row') return money.label
    // A label on the row above counts only if nothing but a label stands there.
    const above = rows[row.index - 1]
    const isLent = money.labelAt === 'above' && above !== undefined && countUnknown(above.words) === 0
    return isLent && (SUMS.has(money.label) || CHARGES.has(money.label)) ? money.label : 'none'
  }
  const isEnd = (row: Row) => {
    const label = labelAt(row)
    return amountOf(row) !== null && (SUMS.has(label) || CHARGES.has(label)) && isLabelled(row, label, 1)
  }
  const firstSum = rows.findIndex((row) => isEnd(row))
  const until = firstSum < 0 ? rows.length : firstSum
  const firstFigure = rows.findIndex((row, i) => i < until && amountOf(row) !== null)
  const isFollowed = (at: number) => rows.some((row, i) => i > at && i < until && amountOf(row) !== null)
  const head = rows.findLast((row, i) => i < until && isHead(row, taken[i]) && isFollowed(i))
  const start = head ? head.index + 1 : Math.max(0, (firstFigure < 0 ? until : firstFigure) - 4)
  const list: ListRow[] = []
  for (const row of rows.slice(start, start + MOST_ROWS)) {
    const figures = taken[row.index]
    if (!figures) continue
    const label = labelAt(row)
    const amountSen = figures.amounts.at(-1) ?? null
    const hasItem = list.some((one) => one.amountSen !== null)
    const hasFigure = amountSen !== null || (hasItem && figures.columns.length > 0)
    if (hasFigure && isLabelled(row, label, 1) && (SUMS.has(label) || CHARGES.has(label))) {
      if (hasItem) break
      continue
    }
    if (
      !head &&
      !hasItem &&
      amountSen === null &&
      (NO_NAME.test(row.text) || countUnknown(row.words) === 0)
    ) {
      list.length = 0
      continue
    }
    if (label !== 'discount' && isLabelled(row, label, 0)) continue
    if (label === 'discount' && amountSen === 0) continue
    if (NO_ITEM.has(label) && isLabelled(row, label, 1)) continue
    list.push({ ...figures, row, amountSen, label })
  }
  return list.map((one, i) => withoutUnit(one, list[i - 1])).map((one, i, all) => withPrice(one, all[i + 1]))
}

/** A misread unit between a quantity and its price (1 CIN 62.20 for 1 CTN): no name, if one stands on the row above. */
function withoutUnit(one: ListRow, previous: ListRow | undefined): ListRow {
  if (!previous?.isNamed || previous.amountSen !== null || one.leading === null || one.amounts.length < 2)
    return one
  const isUnit = SHORT_UNITS.some((unit) => one.words.length === unit.length && isOneApart(one.words, unit))
  return isUnit ? { ...one, isNamed: false, words: '', isGlued: false } : one
}

/** A name with the price of one of it, whose mark (@) was not read: the next row has the quantity and the amount. */
function withPrice(one: ListRow, next: ListRow | undefined): ListRow {
  const [price, ...others] = one.amounts
  if (!one.isNamed || price === undefined || others.length > 0 || one.quantity !== null) return one
  if (!next || next.isNamed || next.quantity === null || next.amounts.length !== 1) return one
  const isPrice = Math.abs(next.quantity * price - (next.amountSen ?? 0)) <= 1
  return isPrice ? { ...one, amounts: [], amountSen: null, unitSen: price } : one
}
