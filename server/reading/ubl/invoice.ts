/** Types of MyInvois documents that can show what a person spent; 11 to 14 are their self-billed counterparts. */
export const invoiceTypes = ['01', '02', '03', '04'] as const
export type InvoiceType = (typeof invoiceTypes)[number]

export const typeNames: Record<InvoiceType, string> = {
  '01': 'e-Invoice',
  '02': 'Credit note',
  '03': 'Debit note',
  '04': 'Refund note',
}

/** Whether a document gives money back. Its amounts are positive in the file. */
export const reduces = (type: InvoiceType) => type === '02' || type === '04'

/** An e-invoice as its file states it. Its signature has not been checked. Amounts are in sen. */
export interface Invoice {
  /** MyInvois' id and the id in its link. A file has them only if the API or the supplier put them there. */
  uuid: string | null
  longId: string | null
  /** The supplier's number. */
  number: string
  type: InvoiceType
  version: string | null
  /** A UTC instant. */
  issuedAt: string
  /** The calendar day of that instant in Malaysia, YYYY-MM-DD. */
  day: string
  /** ISO 4217. */
  currency: string
  /** The payable amount, after rounding and less prepayments. Negative if the document gives money back. */
  totalSen: number
  taxSen: number | null
  /** Of a document in another currency: ringgit for one unit of it, and what the total comes to. */
  exchange?: { rate: number; myrSen: number }
  supplier: Party
  /** Nothing else about the buyer is kept. */
  buyerKind: 'person' | 'company'
  /** The invoice that a note refers to. */
  original: { uuid: string | null; number: string | null } | null
  lines: InvoiceLine[]
  /** MyInvois code of the payment method. */
  payment: string | null
}

export interface Party {
  name: string
  tin: string | null
  /** The business registration number (BRN), or the identity document number of a person who sells. */
  registration: string | null
}

export interface InvoiceLine {
  description: string
  quantity: number | null
  unitPriceSen: number | null
  amountSen: number
  /** MyInvois classification code; the supplier chose it. */
  classification: string | null
}
