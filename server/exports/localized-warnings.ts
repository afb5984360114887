import type { ClaimSummary } from '../claims/claim-views.ts'
import type { Language } from '../language.ts'
import type { ExportedClaim } from './exported-claim.ts'
import type { Names } from './part-rows.ts'
import { words } from './words/index.ts'

/** The warnings of a claim in the language of the export. */
export const warningsIn = (
  language: Language,
  { year, warnings }: ClaimSummary,
  names: Names,
): ExportedClaim['warnings'] =>
  warnings.map(({ code, message, relief, receipts }) => {
    const text = words[language].warnings?.[code]
    if (text === undefined) return { text: message, receipts }
    return { text: relief === null ? `${text}.` : `${names(year, relief).name}: ${text}.`, receipts }
  })
