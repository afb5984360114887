import { einvoiceKeys } from './einvoice.ts'
import type { Receipt } from './model.ts'

export const fileKey = (sha256: string) => `sha#${sha256}`
/** Found by the claims of every year: receipts whose allocations concern others than their own. */
export const OTHER_YEARS_KEY = 'other-years'
export const dayAndTotalKey = (date: string, totalSen: number) => `day#${date}#${totalSen}`

/** What a receipt can be found by without a list: by others like it, and by other years' claims. */
export function lookupKeys({ files, date, totalSen, status, allocations, einvoice }: Receipt): string[] {
  // One that is still being received may be taken back, so nothing is suspected of being its copy.
  if (status === 'receiving') return []
  const keys = files.map((file) => fileKey(file.sha256))
  if (date !== null && totalSen !== null) keys.push(dayAndTotalKey(date, totalSen))
  if (allocations.some(({ otherYears }) => otherYears)) keys.push(OTHER_YEARS_KEY)
  return [...new Set([...keys, ...einvoiceKeys(einvoice)])]
}
