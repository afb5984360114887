import { type Checked, flag, list, object, oneOf, text, withDefault } from './parse.ts'
import type { TaxYear } from './year.ts'

/** The MyInvois classification codes (LHDN's table). */
export const einvoiceCodesShape = object({
  source: object({ title: text, publisher: text, url: text, licence: text }),
  verified: flag,
  codes: list(
    object({
      code: text,
      en: text,
      /** An e-invoice line of another use is no evidence of a personal claim. */
      use: withDefault(oneOf('purchase', 'consolidated', 'self-billed'), 'purchase'),
    }),
  ),
})

export type EinvoiceCodes = Checked<typeof einvoiceCodesShape>

/** Which reliefs of this year a classification code can support; none for most codes. */
export function supportedReliefs(year: TaxYear, code: string) {
  const entry = year.einvoice.find((known) => known.code === code)
  return entry ?? { code, certainty: 'none' as const, reliefs: [], gifts: [], note: undefined }
}

/** The classification codes that point at this relief itself. */
export const einvoiceCodesOf = (year: TaxYear, reliefCode: string): string[] =>
  year.einvoice.filter(({ reliefs }) => reliefs.includes(reliefCode)).map(({ code }) => code)
