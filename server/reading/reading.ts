import type { Box } from './page-text.ts'

/** One value the field rules read, with how sure they are (0..1) and where it stands. */
export interface FieldReading<T> {
  value: T
  confidence: number
  page: number
  box: Box
}

export interface LineItem {
  description: string
  quantity: number | null
  unitPriceSen: number | null
  amountSen: number
  page: number
  box: Box
}

/** What the field rules make of the text of a receipt's pages. Money is integer sen, a date is YYYY-MM-DD. */
export interface Reading {
  merchant: FieldReading<string> | null
  date: FieldReading<string> | null
  totalSen: FieldReading<number> | null
  taxSen: FieldReading<number> | null
  receiptNumber: FieldReading<string> | null
  companyNumber: FieldReading<string> | null
  /** ISO 4217; MYR unless the paper clearly says otherwise. */
  currency: string
  items: LineItem[]
}
