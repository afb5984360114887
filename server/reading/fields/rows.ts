import { isWithin } from '../boxes.ts'
import { median } from '../median.ts'
import type { Box, PageText, TextLine } from '../page-text.ts'
import { toUsualWidth } from './chinese.ts'
import { spell } from './words.ts'

/** A piece of text with its position in pixels of the page after correcting the skew. */
export interface Cell {
  text: string
  /** The text as repaired label words (words.ts). */
  words: string
  left: number
  right: number
  top: number
  bottom: number
  confidence: number
  box: Box
}

/** Cells next to each other, from left to right. */
export interface Row {
  page: number
  /** Index among the rows of all pages, from 0. */
  index: number
  cells: Cell[]
  /** The cells' texts joined by two spaces. */
  text: string
  words: string
  top: number
  bottom: number
}

// Far more than any receipt has. The rest is ignored, so hostile input costs no more than a long receipt.
const MOST_LINES = 1500
const LONGEST_TEXT = 160
const NEIGHBOURS = 8

const middle = (c: { top: number; bottom: number }) => (c.top + c.bottom) / 2

function cellOf(line: TextLine, page: PageText): Cell {
  const text = toUsualWidth(line.text.slice(0, LONGEST_TEXT)).replace(/\s+/g, ' ').trim().toUpperCase()
  const flat = line.flat ?? line.box
  return {
    text,
    words: spell(text),
    left: flat.left * page.width,
    right: (flat.left + flat.width) * page.width,
    top: flat.top * page.height,
    bottom: (flat.top + flat.height) * page.height,
    confidence: line.confidence,
    box: line.box,
  }
}

/** Pixels that rows sink per pixel to the right: the median over pairs of neighbouring cells. */
function skewOf(cells: Cell[]): number {
  const slopes: number[] = []
  cells.forEach((a, i) => {
    for (const b of cells.slice(i + 1, i + 1 + NEIGHBOURS)) {
      const [l, r] = a.left < b.left ? [a, b] : [b, a]
      const gap = r.left - l.right
      const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      const height = Math.min(a.bottom - a.top, b.bottom - b.top)
      if (gap > 0 && shared > height * 0.5) {
        slopes.push((middle(r) - middle(l)) / ((r.left + r.right - l.left - l.right) / 2))
      }
    }
  })
  return slopes.length < 4 ? 0 : median(slopes)
}

function belongs(cell: Cell, row: Cell[]): boolean {
  const height = cell.bottom - cell.top
  return row.every((other) => {
    const shared = Math.min(cell.right, other.right) - Math.max(cell.left, other.left)
    const narrower = Math.min(cell.right - cell.left, other.right - other.left)
    const apart = Math.abs(middle(cell) - middle(other))
    return shared < narrower * 0.3 && apart < 0.55 * Math.min(height, other.bottom - other.top)
  })
}

/** The lines of the receipt that is read, if there are several in the picture. */
const linesOfReceipt = ({ lines, receipts: [area] = [] }: PageText): TextLine[] =>
  area ? lines.filter(({ box }) => isWithin(box, area)) : lines

function rowsOfPage(page: PageText, room: number): Cell[][] {
  const cells = linesOfReceipt(page)
    .slice(0, room)
    .map((line) => cellOf(line, page))
    .filter((cell) => cell.text !== '')
    .sort((a, b) => middle(a) - middle(b))
  // A slope measured by the reader is more accurate than one derived from boxes.
  const isFlattened = page.lines.some(({ flat }) => flat)
  const skew = isFlattened ? 0 : (page.slope ?? skewOf(cells))
  const level = cells.map((cell) => {
    const shift = (skew * (cell.left + cell.right)) / 2
    return { ...cell, top: cell.top - shift, bottom: cell.bottom - shift }
  })
  level.sort((a, b) => middle(a) - middle(b))
  const rows: Cell[][] = []
  for (const cell of level) {
    const row = rows
      .slice(-3)
      .find((candidate) => candidate.length < NEIGHBOURS * 2 && belongs(cell, candidate))
    if (row) row.push(cell)
    else rows.push([cell])
  }
  return rows
}

/** Groups all lines into rows in reading order. Text is upper-cased, single-spaced and cut at 160 characters. */
export function layOut(pages: PageText[]): Row[] {
  const rows: Row[] = []
  let room = MOST_LINES
  for (const page of pages) {
    if (room <= 0) break
    for (const cells of rowsOfPage(page, room)) {
      cells.sort((a, b) => a.left - b.left)
      const text = cells.map((cell) => cell.text).join('  ')
      rows.push({
        page: page.page,
        index: rows.length,
        cells,
        text,
        words: cells.map((cell) => cell.words).join(' '),
        top: Math.min(...cells.map((cell) => cell.top)),
        bottom: Math.max(...cells.map((cell) => cell.bottom)),
      })
    }
    room -= page.lines.length
  }
  return rows
}
