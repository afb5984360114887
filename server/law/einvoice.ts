import type { z } from 'zod'
import { bilingual, flag, list, object, oneOf, text } from './data-file.ts'
import type { TaxYear } from './year.ts'

/** The MyInvois classification codes (LHDN's table). */
export const einvoiceCodes = object({
  source: object({ title: text, publisher: text, url: text, licence: text }),
  verified: flag,
  codes: list(
    object({
      code: text,
      /** Its name: in English LHDN's. */
      name: bilingual,
      /** A line of a consolidated or self-billed e-invoice is no evidence of a personal claim. */
      use: oneOf('purchase', 'consolidated', 'self-billed').default('purchase'),
    }),
  ),
})

export type EinvoiceCodes = z.output<typeof einvoiceCodes>

/** The reliefs and gifts that a classification code can support this year. Most codes support none. */
export function supportedReliefs(year: TaxYear, code: string) {
  const entry = year.einvoice.find((one) => one.code === code)
  return entry ?? { code, certainty: 'none' as const, reliefs: [], gifts: [], note: undefined }
}

/** The classification codes that support this relief itself. */
export const einvoiceCodesOf = (year: TaxYear, reliefCode: string): string[] =>
  year.einvoice.filter(({ reliefs }) => reliefs.includes(reliefCode)).map(({ code }) => code)
