import type { Box, PageText } from '../page-text.ts'
import type { FieldReading, Reading } from '../reading.ts'
import type { Invoice } from './invoice.ts'
import { writeOut } from './sheet.ts'

/** Makes a page of text that carries the e-invoice. The text is kept, searched and shown line by line. */
export function toPage(invoice: Invoice): PageText {
  const { lines } = writeOut(invoice)
  return {
    page: 1,
    width: 0,
    height: 0,
    lines: lines.map((text, index) => ({ text, box: boxOf(index, lines.length), confidence: 1 })),
    invoice,
  }
}

/** The fields of an e-invoice, with full confidence. The field rules are not applied to its text. */
export function invoiceReading(invoice: Invoice, page: number): Reading {
  const { lines, at } = writeOut(invoice)
  const box = (line: number) => boxOf(line, lines.length)
  const field = <T>(value: T | null, line: number | null): FieldReading<T> | null =>
    value === null || line === null ? null : { value, confidence: 1, page, box: box(line) }
  return {
    merchant: field(invoice.supplier.name, at.merchant),
    date: field(invoice.day, at.date),
    totalSen: field(invoice.totalSen, at.totalSen),
    taxSen: field(invoice.taxSen, at.taxSen),
    receiptNumber: field(invoice.number, at.receiptNumber),
    companyNumber: field(invoice.supplier.registration, at.companyNumber),
    brand: null,
    legalName: field(invoice.supplier.name, at.legalName),
    currency: invoice.currency,
    currencyConfidence: 1,
    items: invoice.lines.map((line, index) => ({ ...line, page, box: box(at.items[index] ?? 0) })),
    einvoice: {
      source: 'file',
      uuid: invoice.uuid,
      longId: invoice.longId,
      number: invoice.number,
      type: invoice.type,
      version: invoice.version,
      issuedAt: invoice.issuedAt,
      supplierTin: invoice.supplier.tin,
      supplierRegistration: invoice.supplier.registration,
      buyerKind: invoice.buyerKind,
      original: invoice.original,
      ...(invoice.exchange && { exchange: invoice.exchange }),
    },
  }
}

const boxOf = (line: number, lines: number): Box => ({
  left: 0,
  top: line / lines,
  width: 1,
  height: 1 / lines,
})
