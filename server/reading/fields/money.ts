import { type Amount, type AmountStyle, findAmounts } from './amounts.ts'
import { type Label, labelOf } from './labels.ts'
import type { Cell, Row } from './rows.ts'
import { isMostlyLabel, spell } from './words.ts'

/** An amount on the receipt with the meaning of the words around it. */
export interface Money extends Amount {
  row: Row
  cell: Cell
  label: Label
  /** The row of the label: the amount's own, or the one above or below if it has no amount of its own. */
  labelAt: 'row' | 'above' | 'below'
  /** No other amount to the right on this row. */
  isLast: boolean
  /** Part of a tax summary, whose totals are not the receipt's. */
  inSummary: boolean
}

const SUMMARY_ROWS = 6
const SUMMARY_HEAD = /\b(?:GST|SST|TAX|CUKAI) (?:SUMMARY|ANALYSIS|CODE|RATE)\b/
const COLUMN_HEAD = /\b(?:AMOUNT|AMT|NET|NETT|SALES|VALUE|GOODS)\b.*\b(?:GST|SST|TAX)\b/
const NO_HEAD =
  /\b(?:TOTAL|INCL\w*|EXCL\w*|PAYABLE|DUE|INVOICE|NO|QTY|QUANTITY|DESCRIPTION|ITEM|PRICE|UNIT|DISC)\b/
const ENDS_SUMMARY = new Set<Label>(['rounded', 'payable', 'inclusive', 'cash', 'change', 'rounding', 'card'])

export function isSummaryHead(row: Row): boolean {
  const words = row.words.replace(/\bSALES? TAX\b/, 'TAX')
  return SUMMARY_HEAD.test(words) || (COLUMN_HEAD.test(words) && !NO_HEAD.test(words))
}

/** How many things a sum is for: SUBTOTAL (QTY 4), TOTAL (3 ITEMS). */
const COUNT_ASIDE =
  /\(\s?(?:QTY|QUANTITY|ITEMS?|PCS|KUANTITI|数量)[^)\d]{0,4}(?:\d+\s?\)|$)|\(\s?\d+\s?(?:QTY|ITEMS?|PCS|UNITS?|件)\s?\)/g

const labelIn = (text: string) => labelOf(spell(text.replace(COUNT_ASIDE, ' ')))

/** The amounts of one row, each with the nearest label to its left. */
function ofRow(row: Row, style: AmountStyle): Money[] {
  const found: Money[] = []
  let label: Label = 'none'
  const own = { ...style, gapped: TOTALS.has(labelOf(row.words)) }
  for (const cell of row.cells) {
    let from = 0
    for (const amount of findAmounts(cell.text, own)) {
      const before = labelIn(cell.text.slice(from, amount.start))
      if (before !== 'none') label = before
      if (amount.shape === 'bare' && !isBareAmount(amount, cell, label)) continue
      found.push({ ...amount, row, cell, label, labelAt: 'row', isLast: false, inSummary: false })
      from = amount.end
    }
    const rest = from === 0 ? labelIn(cell.text) : 'none'
    if (rest !== 'none') label = rest
  }
  const whole = labelIn(row.text)
  for (const money of found) if (money.label === 'none') money.label = whole
  const last = found.at(-1)
  if (last) last.isLast = true
  return found
}

/** A figure without mark and decimals is money after words for money, or alone in its cell in a row with a name. */
function isBareAmount(amount: Amount, cell: Cell, label: Label): boolean {
  if (label === 'count' || label === 'code' || label === 'summary' || label === 'balance') return false
  const isAlone = cell.text.slice(0, amount.start).replace(/[^A-Z\d]/g, '') === ''
  return isAlone || TOTALS.has(label)
}

const TOTALS = new Set<Label>([
  'rounded',
  'payable',
  'inclusive',
  'total',
  'subtotal',
  'cash',
  'change',
  'card',
  'sum',
])

/** How this receipt prints amounts. Most have two decimals everywhere; then figures without them are no amounts. */
function styleOf(rows: Row[]): AmountStyle {
  const cells = rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })))
  const isSpaced = cells.some(({ row, cell }) => {
    if (!/\d \d{3}[.,]\d{2}/.test(cell.text)) return false
    const isMarked = findAmounts(cell.text).some((amount) => amount.marked && amount.sen >= 100_000)
    return isMarked || (/^\d{1,3} \d{3}[.,]\d{2}$/.test(cell.text) && TOTALS.has(labelOf(row.words)))
  })
  const hasDecimals = rows.some((row) => {
    if (labelOf(row.words) === 'none') return false
    return row.cells.some(({ text }) =>
      findAmounts(text).some(({ shape }) => shape === 'plain' || shape === 'repaired'),
    )
  })
  return { spaced: isSpaced, bare: !hasDecimals }
}

const isClose = (a: Row, b: Row) => a.page === b.page && b.top - a.bottom < 1.2 * (a.bottom - a.top)

/** All amounts in reading order. */
export function findMoney(rows: Row[]): Money[] {
  const style = styleOf(rows)
  const byRow = rows.map((row) => ofRow(row, style))
  let summary = 0
  byRow.forEach((found, i) => {
    const row = rows[i]
    if (!row) return
    if (isSummaryHead(row)) summary = SUMMARY_ROWS + 1
    else if (found.some((money) => ENDS_SUMMARY.has(money.label))) summary = 0
    summary = Math.max(0, summary - 1)
    for (const money of found) {
      money.inSummary = summary > 0
      if (money.label !== 'none') continue
      const lend = (other: Row | undefined, at: 'above' | 'below', near: boolean) => {
        const isFree = other && near && byRow[other.index]?.length === 0 && isMostlyLabel(other.words)
        const label = isFree ? labelOf(other.words) : 'none'
        if (label === 'none' || label === 'summary' || label === 'code' || money.label !== 'none') return
        money.label = label
        money.labelAt = at
      }
      const [above, below] = [rows[i - 1], rows[i + 1]]
      // A row with words of its own is an item, not the figure for the row next to it.
      if (/[A-Z]{3}/.test(row.words.replace(/\b(?:RM|MYR|SR|ZRL)\b/g, ''))) continue
      lend(above, 'above', above !== undefined && isClose(above, row))
      lend(below, 'below', below !== undefined && isClose(row, below))
    }
  })
  return byRow.flat().map(handedOver)
}

const TOTAL_PAID = /\bTOTAL (?:AMOUNT )?PAID\b/

/** Where change follows, what was paid in total is what was handed over. */
function handedOver(money: Money, at: number, all: Money[]): Money {
  const isHandedOver =
    money.label === 'total' &&
    TOTAL_PAID.test(money.row.words) &&
    all.slice(at + 1).some(({ label, sen }) => label === 'change' && sen > 0)
  return isHandedOver ? { ...money, label: 'cash' } : money
}
