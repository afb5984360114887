import type { ReadField } from '../read-values.ts'
import { type Invoice, typeNames } from './invoice.ts'

/** Writes an e-invoice out as lines of text; `at` has the index of each field's line. */
export function writeOut(invoice: Invoice) {
  const { supplier, number, type, version, day, currency, lines, taxSen, totalSen, original, uuid } = invoice
  const written: string[] = []
  const write = (...parts: (string | null)[]) => written.push(parts.filter(Boolean).join(' ')) - 1
  const name = write(supplier.name)
  const at = {
    merchant: name,
    legalName: name,
    brand: null,
    companyNumber: supplier.registration ? write(supplier.registration) : null,
    tin: supplier.tin ? write('TIN', supplier.tin) : null,
    receiptNumber: write(typeNames[type], version, number),
    uuid: uuid ? write('UUID', uuid) : null,
    date: write(day),
    original: original ? write('to', original.number, original.uuid) : null,
    items: lines.map((line) => write(line.classification, line.description, toText(line.amountSen))),
    taxSen: taxSen === null ? null : write('Tax', currency, toText(taxSen)),
    totalSen: write('Total', currency, toText(totalSen)),
  } satisfies Record<ReadField, number | null> & Record<string, unknown>
  return { lines: written, at }
}

function toText(sen: number): string {
  const digits = String(Math.abs(sen)).padStart(3, '0')
  return `${sen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
