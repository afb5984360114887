import { median } from '../median.ts'
import { bareName, endsLegally, isBareSuffix, isOwnerLine, repairName, suffixOf } from './business-names.ts'
import { comparable } from './hints.ts'
import { createJudge, featuresOf, type Piece, weightOf } from './merchant-features.ts'
import type { Candidate } from './rank.ts'
import { recipientCells } from './recipients.ts'
import type { Cell, Row } from './rows.ts'

export interface MerchantCandidate extends Candidate {
  name: string
  row: Row
  /** Index of the last row the name covers. */
  lastRow: number
  cells: Cell[]
}

const HEAD_ROWS = 14
const MOST_PLACES = 40

function piecesOf(row: Row): Piece[] {
  const whole = { row, cells: row.cells, text: row.cells.map((cell) => cell.text).join(' ') }
  const parts = row.cells.length > 1 ? row.cells.map((cell) => ({ row, cells: [cell], text: cell.text })) : []
  return [whole, ...parts].map((piece) => ({
    ...piece,
    text: repairName(piece.text),
    height: median(piece.cells.map((cell) => cell.bottom - cell.top)),
  }))
}

const isCloseBelow = (a: Row, b: Row | undefined): b is Row =>
  b !== undefined && a.page === b.page && b.top - a.bottom < 1.5 * (a.bottom - a.top)

/** What the reader itself says about the names on the page, each comparable. */
export interface Said {
  hinted?: Set<string>
  /** Lines of the shop's address. */
  addresses?: Set<string>
}

/** A cell of nothing but money makes a row one of a table. */
const isOfItem = ({ cells }: Row) =>
  cells.some(({ text }) => /^(?:RM|[$£€¥])\s?\d[\d,]*(?:\.\d{1,2})?$/.test(text))

const isPartOf = (name: string, addresses: Set<string> = new Set()) =>
  name.length > 3 && [...addresses].some((line) => line.includes(name))

/** Lines, alone or joined with neighbours, that may be the name of the shop. */
export function merchantCandidates(rows: Row[], said: Said = {}): MerchantCandidate[] {
  const usualHeight = median(rows.flatMap((row) => row.cells.map((cell) => cell.bottom - cell.top)))
  const firstAmount = rows.find((row) => /\d\.\d{2}(?!\d)/.test(row.text))?.index ?? rows.length
  const firstPage = rows[0]?.page
  const places = rows.filter(
    (row) =>
      (row.index < HEAD_ROWS && row.page === firstPage) ||
      /\b(?:SDN|BHD|S\/B|BERHAD|PLT)\b|有限公司/.test(row.text),
  )
  const recipients = recipientCells(rows)
  const found: MerchantCandidate[] = []
  const judge = createJudge()
  let place = 0
  for (const row of places.slice(0, MOST_PLACES)) {
    if (isOfItem(row)) continue
    for (const parts of runsFrom(row, rows)) {
      const name = nameOf(parts)
      if (weightOf(name) < 2) continue
      if (parts.some(({ cells }) => cells.some((cell) => recipients.has(cell)))) continue
      const features = featuresOf(parts, name, { rows, place, usualHeight, judge })
      if (row.index > firstAmount) features.afterAmounts = 1
      if (said.hinted?.has(comparable(name))) features.hint = 1
      if (isPartOf(comparable(name), said.addresses)) features.vendorAddress = 1
      const lastRow = parts.at(-1)?.row.index ?? row.index
      found.push({ name, row, lastRow, cells: parts.flatMap((part) => part.cells), features })
    }
    const kind = judge(row.text)
    if (!kind.isFigures && !kind.isTitle && !kind.isGreeting) place++
  }
  markRivals(found)
  return found
}

/** A row as the next line of a name. The company behind a shop begins another name. */
function continuationOf(row: Row): Piece | undefined {
  const [whole] = piecesOf(row)
  return whole && !isOwnerLine(whole.text) ? whole : undefined
}

const isLogoWord = (text: string) => !/[\s\d]/.test(text)

/** The lines of a name as one: an & at their ends belongs to it. */
function nameOf(parts: Piece[]): string {
  const lines = parts.map(({ text }, i) => {
    const opens = i > 0 && /^&/.test(text) ? '& ' : ''
    const goesOn = i < parts.length - 1 && /&$/.test(text) ? ' &' : ''
    return `${opens}${bareName(text)}${goesOn}`
  })
  return bareName(lines.join(' '))
}

/** Each piece of a row: alone, with the row below, and with the two rows below, if they are close. */
function runsFrom(row: Row, rows: Row[]): Piece[][] {
  const below = rows[row.index + 1]
  const second = isCloseBelow(row, below) ? continuationOf(below) : undefined
  const underneath = rows[row.index + 2]
  const third = second && isCloseBelow(second.row, underneath) ? continuationOf(underneath) : undefined
  return piecesOf(row).flatMap((piece) => [
    [piece],
    ...(second ? [[piece, second]] : []),
    ...(second && third ? [[piece, second, third]] : []),
    // A word of a logo may stand between two lines of a name.
    ...(second && third && isLogoWord(second.text) && !isBareSuffix(second.text) ? [[piece, third]] : []),
  ])
}

/** Records which candidates compete with a legal name: a brand next to one scores differently than a brand alone. */
function markRivals(found: MerchantCandidate[]) {
  const legal = found.filter((one) => endsLegally(one.name) && !isBareSuffix(one.name))
  const firstLegal = Math.min(...legal.map((one) => one.lastRow))
  const business = found.filter((one) => suffixOf(one.name) === 'business' && !one.features.isAddress)
  const firstBusiness = Math.min(...business.map((one) => one.row.index))
  for (const one of found) {
    if (legal.length > 0) one.features[endsLegally(one.name) ? 'legalRival' : 'legalElsewhere'] = 1
    if (endsLegally(one.name) && one.lastRow > firstLegal) one.features.laterLegal = 1
    if (legal.length === 0 && business.length > 0 && suffixOf(one.name) === 'business') {
      one.features[one.row.index > firstBusiness ? 'laterBusiness' : 'firstBusiness'] = 1
    }
  }
}
