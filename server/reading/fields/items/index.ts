import { union } from '../../boxes.ts'
import type { LineItem } from '../../reading.ts'
import type { Label } from '../labels.ts'
import type { Money } from '../money.ts'
import type { Row } from '../rows.ts'
import { type Draft, figure, type ItemFigures } from './draft.ts'
import { type ListRow, listRows } from './list-rows.ts'
import { countOnes } from './printed-count.ts'

/** Sums with which the items are compared: what the items of a receipt may come to. */
const SUMS = new Set<Label>(['subtotal', 'total', 'payable', 'inclusive', 'before', 'rounded'])
const DISCOUNT =
  /\b(?:DISC(?:OUNT)?S?|DISKAUN|PROMO\w*|SAV(?:E|ED|ING|INGS)|JIMAT|OFF|REBATE|VOUCHER|LESS|PD|COUPON|MEMBER)\b/
/** Components of a set, and notes: they begin like an item, and have no amount. */
const COMPONENT = /^(?:[-*+>#]|SET\b|ADD\b|W\/|NO\b\.?\s?[A-Z])|[-:]$/
/** The size of a thing that goes on below its name: `(500GM)`, `16 (500GM)`, `24 X 500ML`. */
const SIZE = /^(?:\d{1,3}\s?(?:X\s?)?)?\(?\d{1,4}(?:\.\d)?\s?(?:KGS?|GMS?|G|MLS?|L|LTR|CM|MM|OZ|'?S)\)?$/
/** A fact about the sale between the items: AUTHORIZE : HQ. */
const FIELD = /^[A-Z. ]{2,16} : /
const NEAR = 2.2

/** Where a name stands that is not on the row of its figures. */
type Side = 'above' | 'below'

/**
 * Reads the items: a description with its figures on one row, or on the row above or below, over as many lines as it
 * takes. Of the ways to read the list the one is taken that comes to a sum printed on the receipt.
 */
export function readItems(rows: Row[], all: Money[]): { items: LineItem[]; addsUp: boolean } {
  const list = listRows(rows, all)
  const sums = new Set(all.filter(({ label }) => SUMS.has(label)).map(({ sen }) => sen))
  const ways = waysOf(list)
  const addsUp = (drafts: Draft[]) =>
    drafts.length > 0 && sums.has(drafts.reduce((sum, { amountSen }) => sum + amountSen, 0))
  const chosen =
    ways.find(addsUp) ??
    ways.map((way) => partOf(way, addsUp)).find(addsUp) ??
    ways.map((way) => repaired(way, addsUp)).find(addsUp) ??
    waysOf(list.map(withAmount)).find(addsUp) ??
    beforeSum(ways[0] ?? [])
  const figures = countOnes(chosen, chosen.map(figure), rows)
  return {
    items: chosen.flatMap((draft, i) => (figures[i] ? [itemOf(draft, figures[i])] : [])),
    addsUp: addsUp(chosen),
  }
}

/** The ways to read the list, the likelier first. */
const waysOf = (list: ListRow[]): Draft[][] =>
  sidesOf(list).flatMap((side) => {
    const drafts = draftsOf(list, side)
    return [drafts.map((draft) => withDiscount(draft)), drafts]
  })

/** With the amount that a quantity and a price come to, where none was read beside them. */
function withAmount(one: ListRow): ListRow {
  const { quantity, unitSen, amountSen } = one
  return amountSen !== null || quantity === null || unitSen === null
    ? one
    : { ...one, amountSen: Math.round(quantity * unitSen), isNamed: false }
}

/** With the one amount that is not what its quantity and price come to replaced by what they do. */
function repaired(drafts: Draft[], addsUp: (part: Draft[]) => boolean): Draft[] {
  for (const [i, draft] of drafts.entries()) {
    const { quantity, unitPriceSen } = figure(draft)
    if (quantity === null || unitPriceSen === null) continue
    const amountSen = Math.round(quantity * unitPriceSen)
    if (amountSen === draft.amountSen) continue
    const way = drafts.with(i, { ...draft, amountSen, row: { ...draft.row, amountSen } })
    if (addsUp(way)) return way
  }
  return []
}

const SUM_LIKE = /TAL\b|\bTOT|\bSUB|AMOUNT|\bAMT|JUM/

/** The items before one that is their sum under a misread label. */
function beforeSum(drafts: Draft[]): Draft[] {
  let sum = 0
  for (const [i, draft] of drafts.entries()) {
    if (i > 0 && draft.amountSen === sum && SUM_LIKE.test(draft.row.words)) return drafts.slice(0, i)
    sum += draft.amountSen
  }
  return drafts
}

/** The longest run of items that comes to a sum: before it may be lines of the head, after it misread sums. */
function partOf(drafts: Draft[], addsUp: (part: Draft[]) => boolean): Draft[] {
  for (let length = drafts.length - 1; length > 0; length--) {
    for (let start = 0; start <= Math.min(2, drafts.length - length); start++) {
      const part = drafts.slice(start, start + length)
      if (addsUp(part) && part.some(({ amountSen }) => amountSen > 0)) return part
    }
  }
  return []
}

/** The likelier side first. */
function sidesOf(list: ListRow[]): Side[] {
  const figures = list.filter(({ amountSen }) => amountSen !== null)
  if (figures.every(({ isNamed }) => isNamed)) return ['above']
  const [first, last] = [list[0], list.at(-1)]
  const isBelow = first?.amountSen !== null && !first?.isNamed && last?.amountSen === null
  return isBelow ? ['below', 'above'] : ['above', 'below']
}

/** Rows that belong together, and what was taken off. */
function draftsOf(list: ListRow[], side: Side): Draft[] {
  const drafts: Draft[] = []
  const depth = depthOf(list)
  let waiting: ListRow[] = []
  let open: Draft | null = null
  const isClose = (a: ListRow | undefined, b: ListRow) =>
    a === undefined ||
    (a.row.page === b.row.page && b.row.top - a.row.bottom < NEAR * (b.row.bottom - b.row.top))
  list.forEach((one, i) => {
    if (one.amountSen === null) {
      if (!one.isNamed && open?.row.isNamed && SIZE.test(one.row.text) && isClose(list[i - 1], one)) {
        const size = { ...one, words: one.row.text, quantity: null, leading: null }
        open.rows.push(size)
        open.names.push(size)
        return
      }
      const isFree = one.quantity !== null || one.unitSen !== null
      if (!one.isNamed && !isFree) {
        // A count that slipped off the row of its item.
        const [count] = one.columns
        if (count !== undefined && /^\d{1,2}$/.test(one.row.text) && open && open.row.columns.length === 0)
          open.row.columns.push(count)
        return
      }
      const belongsBelow = side === 'above' && nextIsBare(list, i)
      if (open && !belongsBelow && isClose(list[i - 1], one) && isContinuation(one, open, side)) {
        open.rows.push(one)
        if (one.isNamed && !isComponent(one, open)) open.names.push(one)
        return
      }
      if (!FIELD.test(one.row.text)) waiting.push(one)
      return
    }
    const previous = drafts.at(-1)
    if (previous && isDiscount(one)) {
      previous.discountSen += Math.abs(one.amountSen)
      previous.rows.push(one)
      waiting = []
      return
    }
    const above = side === 'above' || one.isNamed ? waiting : []
    waiting = []
    const names = one.isNamed
      ? [one]
      : above.filter(({ isNamed }) => isNamed).slice(drafts.length === 0 ? -depth : 0)
    const around = one.isNamed ? above.filter((row) => fits(row, one)) : above
    open = { row: one, names, rows: [...around, one], amountSen: one.amountSen, discountSen: 0 }
    if (names.length === 0 && side === 'above') {
      // Two prices of one thing: its name is that of the row before.
      const shared = previous && !previous.row.isNamed ? previous.names : []
      open.names = [...shared]
    }
    drafts.push(open)
  })
  return drafts.filter(({ names, row }) => names.length > 0 || row.words !== '')
}

/** How many lines of names stand above the figures of most items: above the first there may be other lines too. */
function depthOf(list: ListRow[]): number {
  const counts: number[] = []
  let names = 0
  let isFirst = true
  for (const { amountSen, isNamed } of list) {
    if (amountSen === null) names += isNamed ? 1 : 0
    else {
      if (!isFirst && !isNamed && names > 0) counts.push(names)
      names = 0
      isFirst = false
    }
  }
  return counts.length === 0 ? 3 : Math.max(...counts)
}

/** Whether the next figures after this row have no name of their own, so that this row is it. */
function nextIsBare(list: ListRow[], i: number): boolean {
  const next = list.slice(i + 1).find(({ amountSen }) => amountSen !== null)
  return next !== undefined && !next.isNamed && !isDiscount(next)
}

/** Whether a row without an amount goes on with the item before it. */
function isContinuation(one: ListRow, open: Draft, side: Side): boolean {
  if (one.quantity !== null && one.unitSen !== null && !one.isNamed) {
    return Math.abs(one.quantity * one.unitSen - open.amountSen) <= 1 + one.quantity / 2
  }
  if (!open.row.isNamed) return side === 'below' || one.unitSen !== null
  return true
}

/** Whether a row is a component of a set, with a count of its own, or a note. */
const isComponent = (one: ListRow, open: Draft) =>
  (open.names.length > 0 && COMPONENT.test(one.row.text)) ||
  (open.names.length > 0 &&
    one.leading !== null &&
    one.leading < 20 &&
    (open.row.leading !== null || open.row.columns.length > 0))

/** Whether a row of a quantity and a price says what the row of an amount comes to. */
const fits = ({ quantity, unitSen }: ListRow, { amountSen }: ListRow) =>
  unitSen === null || quantity === null || Math.abs(quantity * unitSen - (amountSen ?? 0)) <= 1 + quantity / 2

function isDiscount(one: ListRow): boolean {
  if (one.amountSen === null) return false
  if (one.label === 'discount' || DISCOUNT.test(one.row.text))
    return one.amountSen < 0 || one.label === 'discount'
  return (
    one.amountSen < 0 &&
    one.quantity === null &&
    one.columns.length === 0 &&
    one.amounts.length === 1 &&
    !one.isNamed
  )
}

const withDiscount = (draft: Draft): Draft => ({ ...draft, amountSen: draft.amountSen - draft.discountSen })

function itemOf(draft: Draft, { quantity, unitPriceSen, discountSen }: ItemFigures): LineItem {
  const cells = [...new Set([...draft.names, ...draft.rows])].flatMap(({ row }) => row.cells)
  const words = draft.names
    .map((name) => (name.isGlued && name.leading !== quantity ? `${name.leading} ${name.words}` : name.words))
    .join(' ')
  return {
    description: (words || draft.row.words).slice(0, 200),
    quantity,
    unitPriceSen,
    ...(discountSen !== null && { discountSen }),
    amountSen: draft.amountSen,
    page: draft.row.row.page,
    box: union(cells.map((cell) => cell.box)),
  }
}
