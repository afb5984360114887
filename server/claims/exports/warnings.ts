import type { ClaimWarning } from '../claim-views.ts'
import type { ExportedClaim } from './exported-claim.ts'
import type { Names } from './rows.ts'
import { words } from './words.ts'

/** A warning in the language of the export. */
export function warningText({ year, language }: ExportedClaim, warning: ClaimWarning, names: Names): string {
  const text = words[language].warnings?.[warning.code]
  if (text === undefined) return warning.message
  return warning.relief === null ? `${text}.` : `${names(year.year, warning.relief).name}: ${text}.`
}
