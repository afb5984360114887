import type { Style, Typeset } from './typeset.ts'

type Document = PDFKit.PDFDocument

/** In points, like all lengths here. */
export const MARGIN = 48
const BOTTOM = 64
const CELL_GAP = 10
/** The height of a heading, a sentence and two rows of a table. */
const HEADING_BLOCK = 130

export const INK = '#1d2724'
export const SOFT = '#56625d'
export const BRAND = '#0f5c4d'
export const WARNING = '#8f3a12'
const RULE = '#d5d9d6'

export interface Cell {
  text: string
  style: Style
  /** Space before the text, in points. */
  indent?: number
  /** A note under the text and what stands beside it. */
  below?: { text: string; style: Style }
}

export interface TableColumn {
  /** In points; null: the remaining width. */
  width: number | null
  align?: 'right'
}

export type Sheet = ReturnType<typeof createSheet>

/** Fills pages from top to bottom. */
export function createSheet(doc: Document, typeset: Typeset) {
  const width = doc.page.width - 2 * MARGIN
  let y = MARGIN

  const remaining = () => doc.page.height - BOTTOM - y

  function makeRoom(height: number): boolean {
    if (height <= remaining()) return false
    doc.addPage()
    y = MARGIN
    return true
  }

  function rule(color = RULE, thickness = 0.5) {
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + width, y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke()
  }

  function paragraph(text: string, style: Style, options: { after?: number; indent?: number } = {}) {
    const { after = 0, indent = 0 } = options
    const lines = typeset.linesOf(text, width - indent, style)
    for (const line of lines) {
      const height = typeset.heightOf([line], style)
      makeRoom(height)
      typeset.draw([line], MARGIN + indent, y, style)
      y += height
    }
    y += after
  }

  /** A heading is never the last line of a page. */
  function heading(text: string) {
    const style: Style = { size: 13, weight: 700, color: BRAND }
    makeRoom(HEADING_BLOCK)
    if (y > MARGIN) y += 14
    paragraph(text, style, { after: 3 })
  }

  /** A table. Its head, if any, is repeated on each page, and no row is split. */
  function table(columns: TableColumn[], head: Cell[] | null, rows: Cell[][]) {
    const fixed = columns.reduce((total, column) => total + (column.width ?? 0), 0)
    const widths = columns.map((column) => column.width ?? width - fixed)

    const set = (cells: Cell[]) =>
      cells.map((cell, index) => {
        const room = (widths[index] ?? 0) - (cell.indent ?? 0) - CELL_GAP
        const { text, style, below } = cell
        return {
          ...cell,
          lines: typeset.linesOf(text, room, style),
          notes: below && { ...below, lines: typeset.linesOf(below.text, room, below.style) },
        }
      })
    type Row = ReturnType<typeof set>
    const textHeight = (cells: Row) =>
      Math.max(...cells.map(({ lines, style }) => typeset.heightOf(lines, style)), 0)
    const noteHeight = (cells: Row) =>
      Math.max(...cells.map(({ notes }) => (notes ? typeset.heightOf(notes.lines, notes.style) : 0)), 0)
    const heightOf = (cells: Row) => textHeight(cells) + noteHeight(cells) + (head ? 6 : 2)

    function drawRow(cells: Row) {
      const from = y + (head ? 3 : 1)
      let x = MARGIN
      for (const [index, { lines, style, indent = 0 }] of cells.entries()) {
        const columnWidth = widths[index] ?? 0
        const right = columns[index]?.align === 'right' ? x + columnWidth : undefined
        typeset.draw(lines, x + indent, from, right === undefined ? style : { ...style, right })
        x += columnWidth
      }
      x = MARGIN
      for (const [index, { notes, indent = 0 }] of cells.entries()) {
        if (notes) typeset.draw(notes.lines, x + indent, from + textHeight(cells), notes.style)
        x += widths[index] ?? 0
      }
      y += heightOf(cells)
    }

    const top = head && set(head)
    const drawHead = () => {
      if (!top) return
      drawRow(top)
      rule(BRAND, 0.8)
    }
    if (top) makeRoom(heightOf(top) + 30)
    drawHead()
    for (const row of rows) {
      const cells = set(row)
      if (makeRoom(heightOf(cells))) drawHead()
      drawRow(cells)
      if (top) rule()
    }
  }

  return {
    width,
    paragraph,
    heading,
    table,
    /** Starts a new page unless this height remains on the current one. */
    keep: (height: number) => void makeRoom(height),
    space: (points: number) => {
      y += points
    },

    /** Writes the footer on every page; call it last. */
    foot(text: string, number: (page: number, pages: number) => string) {
      const style: Style = { size: 7.5, color: SOFT }
      const { start, count } = doc.bufferedPageRange()
      for (let index = start; index < start + count; index++) {
        doc.switchToPage(index)
        // PDFKit would start a new page for text below its own margin.
        doc.page.margins.bottom = 0
        const at = doc.page.height - BOTTOM + 22
        typeset.draw(typeset.linesOf(text, width - 60, style), MARGIN, at, style)
        const numbers = typeset.linesOf(number(index - start + 1, count), 60, style)
        typeset.draw(numbers, 0, at, { ...style, right: MARGIN + width })
      }
    },
  }
}
