import type { Receipt } from './model.ts'

export const fileKey = (sha256: string) => `sha#${sha256}`
export const dayAndTotalKey = (date: string, totalSen: number) => `day#${date}#${totalSen}`

/** What a receipt can be found by when another one looks for duplicates. */
export function lookupKeys({ files, date, totalSen, status }: Receipt): string[] {
  // One that is still being received may be taken back, so nothing is suspected of being its copy.
  if (status === 'receiving') return []
  const keys = files.map((file) => fileKey(file.sha256))
  if (date !== null && totalSen !== null) keys.push(dayAndTotalKey(date, totalSen))
  return [...new Set(keys)]
}
