import type { Random } from '../random.ts'
import type { LabelName } from './labels.ts'
import type { Look } from './paper/looks.ts'
import type { Sheet } from './paper/sheet.ts'
import type { Language, Payment, Purchase } from './purchase.ts'
import type { Style } from './style.ts'

/** A part of a receipt's layout, drawn below what is already on the sheet. */
export type Block = (context: Context) => void

export interface Context {
  purchase: Purchase
  style: Style
  sheet: Sheet
  random: Random
  /** What the items show besides description and amount; the block that prints them says so. */
  shown: { quantity: 'always' | 'if many'; unitPrice: boolean }
}

export interface ShopNames {
  /** `{}` stands for the invented words. */
  signs: Partial<Record<Language, string[]>>
  companies: string[]
  /** Shares of shops that print only their company's name, or only their sign. */
  onlyCompany: number
  onlySign: number
}

/** Its name, the least and the highest price in sen, how many at most, and decimals of what is weighed. */
export type Good = readonly [name: string, least: number, highest: number, most?: number, decimals?: number]

export interface Extra {
  label: LabelName
  sen: readonly [number, number]
  /** Share of receipts that have it. */
  share: number
}

/** A kind of business with its paper and layout: all that is particular to it, as data. */
export interface Kind {
  name: string
  languages: readonly Language[]
  looks: readonly Look[]
  names: ShopNames
  goods: Partial<Record<Language, readonly Good[]>>
  /** How many different goods are bought. */
  count: readonly [number, number]
  /** Share of items with a discount. */
  discounts?: number
  /** Percent. */
  serviceCharge?: number
  /** Service tax rose from 6 to 8 % in March 2024, but not for food, parking and telephone. */
  tax?: { of: 'food' | 'service' | 'sales'; isIncluded: boolean }
  /** Lines between the items and the total, such as a delivery fee; a least below nought is a deduction. */
  extras?: readonly Extra[]
  payments: readonly Payment['method'][]
  currency?: string
  layout: Block[]
}
