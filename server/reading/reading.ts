import type { EinvoiceLink } from './einvoice-link.ts'
import type { Box } from './page-text.ts'
import type { ReadField, ReadValues } from './read-values.ts'
import type { Invoice } from './ubl/invoice.ts'

/** A field value with its confidence (0..1) and its position. */
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
  /** What was taken off; the amount is without it. */
  discountSen?: number
  amountSen: number
  /** MyInvois classification code; only on lines of e-invoices. */
  classification?: string | null
  page: number
  box: Box
}

/** The MyInvois document that a receipt is, or that its QR code names. The signature is never checked. */
export type EinvoiceFacts =
  | ({ source: 'qr' } & EinvoiceLink)
  | ({ source: 'file'; supplierTin: string | null; supplierRegistration: string | null } & Pick<
      Invoice,
      'uuid' | 'longId' | 'number' | 'type' | 'version' | 'issuedAt' | 'buyerKind' | 'original' | 'exchange'
    >)

type FieldReadings = { [Field in ReadField]: FieldReading<ReadValues[Field]> | null }

/** Everything read from a receipt's pages. Money is integer sen, a date is YYYY-MM-DD. */
export interface Reading extends FieldReadings {
  /** ISO 4217; null where nothing on the receipt tells which. */
  currency: string | null
  /** 0..1 */
  currencyConfidence: number
  items: LineItem[]
  einvoice: EinvoiceFacts | null
}

/**
 * Whether nothing useful was read: neither a date nor a total. A name alone does not count, because any word can look
 * like one.
 */
export const isUnreadable = (reading: Pick<Reading, 'date' | 'totalSen'>) =>
  reading.date === null && reading.totalSen === null
