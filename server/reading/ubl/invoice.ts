/** Types of MyInvois documents that can show what a person spent; 11 to 14 are their self-billed twins. */
export const invoiceTypes = ['01', '02', '03', '04'] as const
export type InvoiceType = (typeof invoiceTypes)[number]

export const typeNames: Record<InvoiceType, string> = {
  '01': 'e-Invoice',
  '02': 'Credit note',
  '03': 'Debit note',
  '04': 'Refund note',
}

/** What gives money back: its amounts stand in the file as positive figures. */
export const reduces = (type: InvoiceType) => type === '02' || type === '04'

/** A validated e-invoice as its file says it is. Nobody has checked its signature. Amounts are in sen. */
export interface Invoice {
  /** MyInvois' own id and that of its link; in the file only as its API or the supplier wrote them there. */
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
  /** What was to be paid, after rounding and without what was paid in advance. Negative on notes that give back. */
  totalSen: number
  taxSen: number | null
  supplier: Party
  /** Of the buyer no more than this is kept. */
  buyerKind: 'person' | 'company'
  /** What a note refers to. */
  original: { uuid: string | null; number: string | null } | null
  lines: InvoiceLine[]
  /** MyInvois' code of how it was paid. */
  payment: string | null
}

export interface Party {
  name: string
  tin: string | null
  /** Of the business (BRN), or the identity document of a person who sells. */
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
