/** The values that the field rules look for on a page, with their types. A date is YYYY-MM-DD, money is integer sen. */
export interface ReadValues {
  merchant: string
  date: string
  totalSen: number
  taxSen: number
  receiptNumber: string
  companyNumber: string
  brand: string
  legalName: string
}

export type ReadField = keyof ReadValues

/** What a reader's own idea of each field is called in hints; null: no reader has one. */
const hintNames = {
  merchant: 'merchant',
  date: 'date',
  totalSen: 'total',
  taxSen: 'tax',
  receiptNumber: 'receiptNumber',
  companyNumber: null,
  brand: null,
  legalName: null,
} as const satisfies Record<ReadField, string | null>

export type HintName = NonNullable<(typeof hintNames)[ReadField]>
export const hintedFields = Object.values(hintNames).filter((name) => name !== null)

/**
 * What else a reader says about a page: the currency's code, the address and numbers of the vendor, the buyer, and amounts whose
 * meaning it recognised.
 */
export const hintedFacts = [
  'currency',
  'vendorAddress',
  'vendorNumber',
  'receiver',
  'subtotal',
  'service',
  'discount',
] as const
export type FactName = (typeof hintedFacts)[number]
