/** The columns of an exported table, in order. Their titles are in `words/`, their values in `rows.ts`. */
export const columnNames = [
  'day',
  'merchant',
  'receiptNumber',
  'companyNumber',
  'total',
  'amount',
  'state',
  'year',
  'code',
  'relief',
  'formItem',
  'person',
  'files',
  'note',
  'id',
] as const
export type Column = (typeof columnNames)[number]
