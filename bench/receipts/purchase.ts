import type { LabelName } from './labels.ts'

/** What is true of a drawn receipt. Money is integer sen (or the hundredth of another currency), days are YYYY-MM-DD. */
export interface Purchase {
  kind: string
  language: Language
  shop: Shop
  day: string
  /** HH:MM */
  time: string
  number: string
  /** ISO 4217 */
  currency: string
  items: PurchasedItem[]
  sums: Sums
  payment: Payment
  /** Who it is made out to. */
  customer: string
}

export type Language = 'ms' | 'en' | 'zh'

export interface Shop {
  /** The name on the sign; null where only the company's name is printed. */
  brand: string | null
  /** The registered company; null for a business that prints none. */
  legalName: string | null
  /** 12 digits since 2019, often with the older number behind it; null where none is printed. */
  registration: string | null
  taxNumber: string | null
  address: string[]
  phone: string
}

export interface PurchasedItem {
  description: string
  quantity: number
  unitPriceSen: number
  /** Quantity times unit price, less the discount. */
  amountSen: number
  discountSen: number
}

export interface Sums {
  /** The items' amounts. */
  subtotalSen: number
  /** Fees and vouchers. */
  extras: { label: LabelName; sen: number }[]
  serviceSen: number
  /** Null where no tax is printed. */
  taxSen: number | null
  taxPercent: number
  /** The prices contain the tax. */
  isTaxIncluded: boolean
  roundingSen: number
  totalSen: number
}

export interface Payment {
  method: 'cash' | 'card' | 'wallet' | 'transfer'
  /** What was handed over; the total where it was not cash. */
  tenderedSen: number
}

export const printedName = ({ brand, legalName }: Shop) => legalName ?? brand ?? ''
