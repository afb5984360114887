import type { Cell, Row } from './rows.ts'

/** What introduces the person or firm that a document is for. */
const LABEL = new RegExp(
  [
    // SHIP TO MESSRS ABC, BILL TO: ABC
    String.raw`^(?:SHIP(?:PED)?|BILL(?:ED)?|SOLD|DELIVER(?:ED)?|INVOICED?|SENT?|CHARGED?|DIHANTAR|DIBILKAN)\s?(?:TO|KEPADA)\b\s?[:.]?`,
    String.raw`^KEPADA\b\s?[:.]?`,
    // CUSTOMER NAME: ABC, or the label alone
    String.raw`^(?:SHIPPING|BILLING|DELIVERY|BUYER|CUSTOMER|CONSIGNEE|RECIPIENT|ATTN|ATTENTION|KEPADA|PEMBELI|PELANGGAN|PENERIMA|ALAMAT\s(?:PENGHANTARAN|BIL))(?:'?S)?(?:\s(?:NAME|DETAILS|INFORMATION|INFO|ADDRESS))?\s?(?:[:.]|$)`,
  ].join('|'),
)
/** Rows below its label in which a name still belongs to it. */
const BELOW = 2

/** The cells that name whom a document is for: no name of a shop. */
export function recipientCells(rows: Row[]): Set<Cell> {
  const found = new Set<Cell>()
  for (const row of rows) {
    for (const cell of row.cells) {
      const [label] = LABEL.exec(cell.text) ?? []
      if (label === undefined) continue
      found.add(cell)
      // What stands behind the label on its row is the name; else it is below.
      if (cell.text.length > label.length + 2) continue
      const beside = row.cells.find((other) => other.left >= cell.right && isNear(cell, other))
      if (beside) found.add(beside)
      else for (const name of below(rows, row, cell)) found.add(name)
    }
  }
  return found
}

const isNear = (label: Cell, other: Cell) => other.left - label.right < 4 * (label.bottom - label.top)

const below = (rows: Row[], { index, page }: Row, label: Cell) =>
  rows
    .slice(index + 1, index + 1 + BELOW)
    .filter((row) => row.page === page)
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell.left < label.right && label.left < cell.right)
