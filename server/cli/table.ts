import { printable } from './output.ts'

export interface Column<Row> {
  title: string
  cell(row: Row): string
  right?: boolean
  /** If the table is too wide, the column may be cut to this many characters, "…" included. */
  minWidth?: number
}

interface TableOptions<Row> {
  /** Characters of a line at most, as far as columns can be cut. Default: as wide as its contents. */
  width?: number
  /** A row of sums below a second rule. */
  total?: Row
}

const GAP = '  '

/** Rows as text: titles, a rule, and a line each. */
export function table<Row>(columns: Column<Row>[], rows: Row[], options: TableOptions<Row> = {}): string {
  const { width = Infinity, total } = options
  const cellsOf = (row: Row) => columns.map(({ cell }) => printable(cell(row)))
  const cells = rows.map(cellsOf)
  const sums = total === undefined ? [] : [cellsOf(total)]
  const titles = columns.map(({ title }) => title)
  const widths = widthsOf(columns, [titles, ...cells, ...sums], width)
  const rule = widths.map((size) => '─'.repeat(size))
  const lines = [titles, rule, ...cells, ...sums.flatMap((row) => [rule, row])]
  return lines.map((line) => lineOf(line, columns, widths)).join('\n')
}

function widthsOf<Row>(columns: Column<Row>[], lines: string[][], width: number): number[] {
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const gaps = GAP.length * (widths.length - 1)
  for (let over = sum(widths) + gaps - width; over > 0; over--) {
    const widest = widestToCut(columns, widths)
    if (widest < 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

function widestToCut<Row>(columns: Column<Row>[], widths: number[]): number {
  let widest = -1
  for (const [column, { minWidth = Infinity }] of columns.entries()) {
    const size = widths[column] ?? 0
    if (size > minWidth && size > (widths[widest] ?? 0)) widest = column
  }
  return widest
}

const lineOf = <Row>(cells: string[], columns: Column<Row>[], widths: number[]) =>
  cells
    .map((cell, column) => fit(cell, widths[column] ?? 0, columns[column]?.right ?? false))
    .join(GAP)
    .trimEnd()

/** Cuts before the confidence at the end of the cell, if there is one. */
function fit(cell: string, width: number, right: boolean): string {
  if (cell.length <= width) return right ? cell.padStart(width) : cell.padEnd(width)
  const end = /( +\d+%)?$/.exec(cell)?.[0] ?? ''
  return `${cell.slice(0, width - end.length - 1)}…${end}`
}
