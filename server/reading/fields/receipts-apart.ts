import { union } from '../boxes.ts'
import { median } from '../median.ts'
import type { Box, PageText, TextLine } from '../page-text.ts'
import { suffixOf } from './business-names.ts'
import { hasCompanyNumber, kindOf } from './line-kinds.ts'
import { type FieldOptions, type Fields, readOnce } from './read-once.ts'
import { layOut } from './rows.ts'

/** Lines, letters and lines with figures that each part has if it is a receipt of its own, not the column of prices. */
const LINES = 8
const LETTERS = 60
const FIGURES = 3
/** Places between the outermost lines at which the gap between two receipts is looked for. */
const PLACES = 40
/** A line may reach this far beyond a place without crossing it, in shares of the page's width. */
const SLACK = 0.01
/** Heights of a line without text between a receipt and one below it, and how many such gaps are looked at. */
const GAP = 1.5
const MOST_GAPS = 4
/** Rows at the top of a receipt in which it says whose it is, and where the shop is. */
const NAME_ROWS = 3
const HEAD_ROWS = 7
/** How sure the fields of a receipt below another one must be. */
const SURE = 0.6
/** Nobody lays out more on a scanner. */
const MOST_RECEIPTS = 12
/** Far more than they have. It bounds the time. */
const MOST_LINES = 1500
/** Of a page's width or height: the blank paper around the lines of a receipt. */
const MARGIN = 0.02

/** What a slip of a card terminal says, which hangs below the receipt it pays. */
const CARD_SLIP = /\b(?:APPR\w*|APPROVAL|BATCH|TRACE|TERMINAL|TID|MID|AID|TVR|TC|STAN|RRN|CARDHOLDER)\b/

/**
 * The pages, each with the areas of the receipts in its picture where there are several, the one with the most text
 * first. A text layer belongs to one document.
 */
export const withReceiptsApart = (pages: PageText[], options: FieldOptions = {}): PageText[] =>
  pages.map((page) => {
    const isPicture = page.lines.some(({ confidence }) => confidence < 1)
    const found = page.receipts || !isPicture ? null : receiptsApart(page, options)
    return found ? { ...page, receipts: found } : page
  })

/** The areas of several receipts in one picture, the one with the most text first; null if there is only one. */
export function receiptsApart(page: PageText, options: FieldOptions = {}): Box[] | null {
  if (page.lines.length > MOST_LINES) return null
  const parts = apart(page.lines, page, options)
  if (parts.length < 2 || parts.length > MOST_RECEIPTS) return null
  const areas = parts
    .toSorted((a, b) => lettersOf(b) - lettersOf(a))
    .map((lines) => union(lines.map(({ box }) => box)))
  return areas.map((area) =>
    widened(
      area,
      areas.filter((other) => other !== area),
    ),
  )
}

function apart(lines: TextLine[], page: PageText, options: FieldOptions): TextLine[][] {
  const parts = sideBySide(lines, page, options) ?? oneBelowTheOther(lines, page, options)
  return parts ? parts.flatMap((part) => apart(part, page, options)) : [lines]
}

/** What the field rules find in a part of a page. */
const read = (lines: TextLine[], page: PageText, options: FieldOptions): Fields =>
  readOnce([{ ...page, lines, receipts: undefined, hints: undefined }], options).fields

const placeOf = ({ flat, box }: TextLine) => flat ?? box

/**
 * Receipts have columns too, but no line of the head or foot crosses the gap between two receipts, and on both sides
 * stand a total and what else a receipt says.
 */
function sideBySide(
  lines: TextLine[],
  page: PageText,
  options: FieldOptions,
): [TextLine[], TextLine[]] | null {
  if (lines.length < 2 * LINES) return null
  const isSale = (part: TextLine[]) => {
    const { totalSen, date } = read(part, page, options)
    return totalSen !== null && (date !== null || hasHead({ ...page, lines: part }))
  }
  let tried = 0
  const boxes = lines.map(placeOf)
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.left + box.width))
  for (let place = PLACES / 5; place <= (4 * PLACES) / 5; place++) {
    const at = left + ((right - left) * place) / PLACES
    if (boxes.some((box) => box.left + SLACK < at && at < box.left + box.width - SLACK)) continue
    const isLeft = (line: TextLine) => placeOf(line).left + placeOf(line).width / 2 < at
    const [first, second] = [lines.filter(isLeft), lines.filter((line) => !isLeft(line))]
    if (first.length === tried || !isReceipt(first) || !isReceipt(second)) continue
    if (isSale(first) && isSale(second)) return [first, second]
    tried = first.length
  }
  return null
}

/** A receipt has gaps too. So below the gap must stand another shop's name, and the field rules find two receipts. */
function oneBelowTheOther(
  lines: TextLine[],
  page: PageText,
  options: FieldOptions,
): [TextLine[], TextLine[]] | null {
  if (lines.length < 2 * LINES) return null
  for (const [upper, lower] of cutAtGaps(lines)) {
    if (!isReceipt(upper) || !isReceipt(lower) || !hasHead({ ...page, lines: lower })) continue
    const fields = [upper, lower].map((part) => read(part, page, options)) as [Fields, Fields]
    if (areOfTwoSales(...fields, lower)) return [upper, lower]
  }
  return null
}

/** The lines above and below each wide gap, the widest gap first. */
function cutAtGaps(lines: TextLine[]): [TextLine[], TextLine[]][] {
  const sorted = lines.toSorted((a, b) => placeOf(a).top - placeOf(b).top)
  const least = GAP * median(sorted.map((line) => placeOf(line).height))
  const gaps: { at: number; height: number }[] = []
  let bottom = 0
  sorted.forEach((line, at) => {
    const { top, height } = placeOf(line)
    if (at > 0 && top - bottom > least) gaps.push({ at, height: top - bottom })
    bottom = Math.max(bottom, top + height)
  })
  return gaps
    .toSorted((a, b) => b.height - a.height)
    .slice(0, MOST_GAPS)
    .map(({ at }) => [sorted.slice(0, at), sorted.slice(at)])
}

/** Whether the text begins with the name of a business, and its number, address or telephone. */
function hasHead(page: PageText): boolean {
  const head = layOut([{ ...page, receipts: undefined }]).slice(0, HEAD_ROWS)
  const isNamed = head.slice(0, NAME_ROWS).some(({ text }) => suffixOf(text) !== 'none')
  const isPlaced = head.some(({ text }) => {
    const { isAddress, isPhone } = kindOf(text)
    return isAddress || isPhone || hasCompanyNumber(text)
  })
  return isNamed && isPlaced
}

function areOfTwoSales(upper: Fields, lower: Fields, lines: TextLine[]): boolean {
  const isWhole = ({ merchant, date, totalSen }: Fields) =>
    merchant !== null && (date?.confidence ?? 0) > SURE && (totalSen?.confidence ?? 0) > SURE
  if (!isWhole(upper) || !isWhole(lower) || upper.totalSen?.value === lower.totalSen?.value) return false
  const isSlip = lines.filter(({ text }) => CARD_SLIP.test(text.toUpperCase())).length > 1
  return !(isSlip && upper.date?.value === lower.date?.value)
}

const lettersOf = (lines: TextLine[]) =>
  lines.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0)

const isReceipt = (lines: TextLine[]) =>
  lines.length >= LINES &&
  lettersOf(lines) >= LETTERS &&
  lines.filter(({ text }) => /\d.?\d\d/.test(text)).length >= FIGURES

/** An area with some of the paper around it, but nothing of another receipt. */
function widened({ left, top, width, height }: Box, others: Box[]): Box {
  const [right, bottom] = [left + width, top + height]
  const isBeside = (other: Box) => other.top < bottom && top < other.top + other.height
  const isAboveOrBelow = (other: Box) => other.left < right && left < other.left + other.width
  const room = (gaps: number[]) => Math.min(MARGIN, ...gaps.filter((gap) => gap >= 0).map((gap) => gap / 2))
  const beside = others.filter(isBeside)
  const along = others.filter(isAboveOrBelow)
  const from = {
    left: Math.max(0, left - room(beside.map((other) => left - other.left - other.width))),
    top: Math.max(0, top - room(along.map((other) => top - other.top - other.height))),
  }
  const to = {
    right: Math.min(1, right + room(beside.map((other) => other.left - right))),
    bottom: Math.min(1, bottom + room(along.map((other) => other.top - bottom))),
  }
  return { ...from, width: to.right - from.left, height: to.bottom - from.top }
}
