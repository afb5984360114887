import type { ShopNames } from '../kind.ts'

type Signs = ShopNames['signs']

/** A chain or a larger shop: a brand, and the company below it as often as not. */
export const brandAndCompany = (signs: Signs, ...companies: string[]): ShopNames => ({
  signs,
  companies,
  onlyCompany: 0.4,
  onlySign: 0.1,
})

/** A small business: mostly a sign only. */
export const mostlySign = (signs: Signs, ...companies: string[]): ShopNames => ({
  signs,
  companies,
  onlyCompany: 0.25,
  onlySign: 0.5,
})

/** A supplier that writes as a company. */
export const mostlyCompany = (signs: Signs, ...companies: string[]): ShopNames => ({
  signs,
  companies,
  onlyCompany: 0.75,
  onlySign: 0,
})
