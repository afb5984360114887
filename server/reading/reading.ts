import type { EinvoiceLink } from './einvoice-link.ts'
import type { Box } from './page-text.ts'
import type { Invoice } from './ubl/invoice.ts'

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
  /** MyInvois classification code, on a line of an e-invoice. */
  classification?: string | null
  page: number
  box: Box
}

/** The MyInvois document a receipt is, or which its QR code names; its signature was not checked. */
export type EinvoiceFacts =
  | ({ source: 'qr' } & EinvoiceLink)
  | ({ source: 'file'; supplierTin: string | null; supplierRegistration: string | null } & Pick<
      Invoice,
      'uuid' | 'longId' | 'number' | 'type' | 'version' | 'issuedAt' | 'buyerKind' | 'original'
    >)

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
  einvoice: EinvoiceFacts | null
}
