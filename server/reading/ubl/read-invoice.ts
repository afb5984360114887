import { UUID } from '../einvoice-link.ts'
import { UnusableFileError } from '../ports.ts'
import { all, type Element, textAt } from './element.ts'
import { readExchange } from './exchange.ts'
import { readTotals } from './figures.ts'
import { type Invoice, type InvoiceType, invoiceTypes, reduces } from './invoice.ts'
import { readIssue } from './issue.ts'
import { hasClass, readLines } from './lines.ts'
import { isOfOtherNetwork, nameOfKind } from './other-kinds.ts'
import { readBuyer, readSupplier } from './parties.ts'
import { consolidated, contradicting, incomplete, otherInvoice } from './refusals.ts'

/** What the MyInvois API returns with a document. */
export interface Envelope {
  uuid: string | null
  longId: string | null
}

const LONG_ID = /^[0-9A-Za-z]{16,80}$/
const NUMBER_LENGTH = 80
/** The classification code of consolidated e-invoices (law/einvoice-codes.json). */
const CONSOLIDATED = '004'

/**
 * Reads a UBL invoice.
 * @throws UnusableFileError if it is no evidence of what a person spent, lacks a figure or contradicts itself
 */
export function readInvoice(invoice: Element, envelope: Envelope): Invoice {
  const { type, version } = readType(invoice)
  const currency = textAt(invoice, 'DocumentCurrencyCode') ?? ''
  if (!/^[A-Z]{3}$/.test(currency)) throw incomplete('DocumentCurrencyCode')
  const number = textAt(invoice, 'ID')?.slice(0, NUMBER_LENGTH)
  if (!number) throw incomplete('ID')
  const buyerKind = readBuyer(invoice)
  // Before its sums: a month's sales are no evidence, whether they add up or not.
  if (buyerKind === 'everybody' || all(invoice, 'InvoiceLine').some((line) => hasClass(line, CONSOLIDATED))) {
    throw consolidated()
  }
  const totals = readTotals(invoice, currency)
  const lines = readLines(invoice, currency, totals)
  const exchange = readExchange(invoice, currency)
  const sign = (sen: number) => (reduces(type) && sen !== 0 ? -sen : sen)
  return {
    ...identified(invoice, envelope),
    number,
    type,
    version,
    ...readIssue(invoice),
    currency,
    totalSen: sign(totals.payable),
    taxSen: totals.tax === null ? null : sign(totals.tax),
    ...(exchange && { exchange: { rate: exchange, myrSen: sign(Math.round(totals.payable * exchange)) } }),
    supplier: readSupplier(invoice),
    buyerKind,
    original: readOriginal(invoice),
    lines: lines.map((line) => ({ ...line, amountSen: sign(line.amountSen) })),
    payment: textAt(invoice, 'PaymentMeans', 'PaymentMeansCode'),
  }
}

function readType(invoice: Element): { type: InvoiceType; version: string | null } {
  const [element] = all(invoice, 'InvoiceTypeCode')
  const code = textAt(invoice, 'InvoiceTypeCode')
  if (code && /^1[1-4]$/.test(code)) {
    throw new UnusableFileError(
      'self_billed',
      'This is a self-billed e-invoice: the buyer issued it for the seller. It does not show what you spent.',
    )
  }
  const type = invoiceTypes.find((known) => known === code)
  if (!type && code && isOfOtherNetwork(invoice, code)) throw otherInvoice(nameOfKind(invoice, code))
  if (!type) throw incomplete('InvoiceTypeCode')
  return { type, version: element?.attributes.listVersionID?.slice(0, 10) ?? null }
}

function identified(invoice: Element, envelope: Envelope): Envelope {
  const own = textAt(invoice, 'UUID')
  const uuid = own && UUID.test(own) ? own : null
  if (uuid && envelope.uuid && uuid !== envelope.uuid) {
    throw contradicting('The document has another UUID than the one MyInvois returned with it.')
  }
  const longId = envelope.longId && LONG_ID.test(envelope.longId) ? envelope.longId : null
  return { uuid: envelope.uuid ?? uuid, longId }
}

function readOriginal(invoice: Element): Invoice['original'] {
  const [reference] = all(invoice, 'BillingReference', 'InvoiceDocumentReference')
  if (!reference) return null
  const uuid = textAt(reference, 'UUID')
  const original = {
    uuid: uuid && UUID.test(uuid) ? uuid : null,
    number: textAt(reference, 'ID')?.slice(0, NUMBER_LENGTH) ?? null,
  }
  return original.uuid || original.number ? original : null
}
