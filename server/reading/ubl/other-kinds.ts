import { type Element, textAt } from './element.ts'

/** Codes of document types in UN/EDIFACT 1001, which Peppol and most other networks use; MyInvois has two digits. */
const EDIFACT_TYPE = /^\d{3}$/

const NETWORKS: [RegExp, string][] = [
  [/peppol/i, 'a Peppol invoice'],
  [/xrechnung|xoev/i, 'a German XRechnung'],
  [/factur-x|zugferd|cen\.eu|en16931/i, 'an invoice of the European standard EN 16931'],
]

/** Whether an Invoice belongs to another network than MyInvois. Its InvoiceTypeCode is none of MyInvois'. */
export const isOfOtherNetwork = (invoice: Element, typeCode: string) =>
  EDIFACT_TYPE.test(typeCode) || networkOf(invoice) !== null

/** What an Invoice of another network is, in words. */
export const nameOfKind = (invoice: Element, typeCode: string) =>
  `${networkOf(invoice) ?? 'a UBL invoice of another network'} (type ${EDIFACT_TYPE.test(typeCode) ? typeCode : 'unknown'})`

function networkOf(invoice: Element): string | null {
  const ids = [textAt(invoice, 'CustomizationID'), textAt(invoice, 'ProfileID')].join(' ')
  return NETWORKS.find(([mark]) => mark.test(ids))?.[1] ?? null
}

/** Other documents by the local name of their root, for what a person may take for an e-invoice. */
const ROOTS: Record<string, string> = {
  CreditNote: 'a UBL credit note of another network',
  DebitNote: 'a UBL debit note of another network',
  Order: 'a UBL order',
  Receipt: 'a UBL receipt',
  Statement: 'a UBL statement',
  ApplicationResponse: 'a UBL application response',
  AttachedDocument: 'a UBL attached document',
  StandardBusinessDocument: 'a message of the Peppol network',
  CrossIndustryInvoice: 'a UN/CEFACT Cross Industry Invoice',
  CrossIndustryDocument: 'a ZUGFeRD invoice',
  FatturaElettronica: 'an Italian FatturaPA',
  Facturae: 'a Spanish Facturae',
}

/** What a document with this root is, in words; null for anything else. A program wrote the name, so it is not quoted. */
export const kindOfRoot = (local: string): string | null =>
  Object.hasOwn(ROOTS, local) ? (ROOTS[local] ?? null) : null
