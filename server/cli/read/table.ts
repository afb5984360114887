import { basename } from 'node:path'
import type { FieldReading, Reading } from '../../reading/reading.ts'
import { type FieldWith, fieldNames, receiptFields } from '../../receipts/fields.ts'
import { groupedRinggit } from '../../ringgit.ts'
import type { FileReading } from './read-files.ts'

interface Column {
  title: string
  cell(result: FileReading): string
  right?: boolean
  /** If the table is too wide, the column may be cut to this many characters, "…" included. */
  minWidth?: number
}

const percent = (confidence: number) => `${Math.min(99, Math.floor(confidence * 100))}%`.padStart(3)

function text(field: FieldReading<string> | null): string {
  return field ? `${field.value} ${percent(field.confidence)}` : '-'
}

/** "RM 1,234.50"; other currencies have their code, an unknown one a question mark. */
function money(field: FieldReading<number> | null, { currency }: Reading): string {
  if (!field) return '-'
  const amount = groupedRinggit(Math.abs(field.value))
  const unit = currency === 'MYR' ? 'RM' : (currency ?? '?')
  return `${field.value < 0 ? '-' : ''}${unit} ${amount} ${percent(field.confidence)}`
}

/** How each printed field is shown. Its title is in the table of fields. */
const FIELDS: Record<FieldWith<'printed', string>, Omit<Column, 'title'>> = {
  merchant: { cell: ({ reading }) => text(reading.merchant), minWidth: 16 },
  date: { cell: ({ reading }) => text(reading.date) },
  totalSen: { cell: ({ reading }) => money(reading.totalSen, reading), right: true },
  taxSen: { cell: ({ reading }) => money(reading.taxSen, reading), right: true },
  receiptNumber: { cell: ({ reading }) => text(reading.receiptNumber), minWidth: 12 },
}

const COLUMNS: Column[] = [
  { title: 'file', cell: ({ file }) => basename(file), minWidth: 12 },
  ...fieldNames.flatMap((name) => {
    const title = receiptFields[name].printed
    return title === null ? [] : [{ title, ...FIELDS[name as keyof typeof FIELDS] }]
  }),
  { title: 's', cell: ({ seconds }) => seconds.toFixed(1), right: true },
]

const GAP = '  '

/** The readings as a text table of at most `width` characters, as far as names can be cut. */
export function toTable(results: FileReading[], width: number): string {
  const rows = results.map((result) => COLUMNS.map(({ cell }) => printable(cell(result))))
  const widths = COLUMNS.map(({ title }, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  for (let over = sum(widths) + GAP.length * (widths.length - 1) - width; over > 0; over--) {
    const widest = widestToCut(widths)
    if (widest < 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => fit(cell, widths[column] ?? 0, COLUMNS[column]?.right ?? false))
      .join(GAP)
      .trimEnd()
  const table = [COLUMNS.map(({ title }) => title), widths.map((size) => '─'.repeat(size)), ...rows]
  return `${table.map(line).join('\n')}\n`
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** A file's name or text may contain control sequences of a terminal. */
const printable = (cell: string) => cell.replace(/\p{C}/gu, '?')

function widestToCut(widths: number[]): number {
  let widest = -1
  for (const [column, { minWidth = Infinity }] of COLUMNS.entries()) {
    const size = widths[column] ?? 0
    if (size > minWidth && size > (widths[widest] ?? 0)) widest = column
  }
  return widest
}

/** Cuts before the confidence at the end of the cell, if there is one. */
function fit(cell: string, width: number, right: boolean): string {
  if (cell.length <= width) return right ? cell.padStart(width) : cell.padEnd(width)
  const end = /( +\d+%)?$/.exec(cell)?.[0] ?? ''
  return `${cell.slice(0, width - end.length - 1)}…${end}`
}
