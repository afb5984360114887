import type { FieldColumn } from '../receipts/fields.ts'

/** A column of an exported table: of a receipt's fields, or of the part of it that a row is about. */
export type Column =
  | FieldColumn
  | 'amount'
  | 'state'
  | 'year'
  | 'code'
  | 'relief'
  | 'formItem'
  | 'person'
  | 'files'
  | 'id'

/** Their order. Their titles are in `words/`, their values in `rows.ts`. */
const order: Record<Column, true> = {
  day: true,
  merchant: true,
  receiptNumber: true,
  companyNumber: true,
  total: true,
  amount: true,
  state: true,
  year: true,
  code: true,
  relief: true,
  formItem: true,
  person: true,
  files: true,
  note: true,
  id: true,
}
export const columnNames = Object.keys(order) as Column[]
