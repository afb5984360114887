import type { Text } from '../language.ts'
import { guideOf } from '../law/guide/index.ts'
import type { TaxYear } from '../law/year.ts'

/** The documents that prove a claim for a relief, gift or rebate; empty if it needs none of its own. */
export const documentsFor = (year: TaxYear, code: string): Text => ({
  en: guideOf(year, code, 'en')?.keep ?? '',
  ms: guideOf(year, code, 'ms')?.keep ?? '',
})
