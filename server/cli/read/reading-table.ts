import { basename } from 'node:path'
import type { FieldReading, Reading } from '../../reading/reading.ts'
import { type FieldWith, fieldNames, receiptFields } from '../../receipts/fields.ts'
import { groupedRinggit } from '../../ringgit.ts'
import { type Column, table } from '../table.ts'
import type { FileReading } from './read-files.ts'

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
const FIELDS: Record<FieldWith<'printed', string>, Omit<Column<FileReading>, 'title'>> = {
  merchant: { cell: ({ reading }) => text(reading.merchant), minWidth: 16 },
  date: { cell: ({ reading }) => text(reading.date) },
  totalSen: { cell: ({ reading }) => money(reading.totalSen, reading), right: true },
  taxSen: { cell: ({ reading }) => money(reading.taxSen, reading), right: true },
  receiptNumber: { cell: ({ reading }) => text(reading.receiptNumber), minWidth: 12 },
}

const COLUMNS: Column<FileReading>[] = [
  { title: 'file', cell: ({ file }) => basename(file), minWidth: 12 },
  ...fieldNames.flatMap((name) => {
    const title = receiptFields[name].printed
    return title === null ? [] : [{ title, ...FIELDS[name as keyof typeof FIELDS] }]
  }),
  { title: 's', cell: ({ seconds }) => seconds.toFixed(1), right: true },
]

/** The readings as a text table of at most `width` characters, as far as names can be cut. */
export const readingTable = (results: FileReading[], width: number): string =>
  table(COLUMNS, results, { width })
