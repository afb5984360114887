import type { FieldColumn } from '../receipts/fields.ts'

/** A column of an exported table: a field of the receipt, or a property of the part in the row. */
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
  | 'example'

/** The order of the columns. The titles are in `words/`, the values in `part-rows.ts`. */
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
  example: true,
  brand: true,
  legalName: true,
}
export const columnNames = Object.keys(order) as Column[]
