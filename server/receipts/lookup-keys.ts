import { EXAMPLE_KEY, OTHER_YEARS_KEY, storedKeys } from '../stored-keys.ts'
import { einvoiceKeys } from './einvoice.ts'
import type { Receipt } from './model.ts'
import { queueKey } from './queue/queue-key.ts'
import { refundKey } from './refunds.ts'

export const fileKey = (sha256: string) => storedKeys.file.of(sha256)
export const dayAndTotalKey = (date: string, totalSen: number) => storedKeys.dayAndTotal.of(date, totalSen)

/**
 * The keys by which a receipt is found without a list: by receipts like it, by the claims of other years, as an
 * example, and where it needs a person.
 */
export function lookupKeys(receipt: Receipt): string[] {
  const { files, date, totalSen, status, allocations, einvoice, example, refundOf } = receipt
  // An upload that is not finished may be discarded, so no receipt is suspected of being its copy.
  if (status === 'receiving') return []
  const keys = files.map((file) => fileKey(file.sha256))
  if (date !== null && totalSen !== null) keys.push(dayAndTotalKey(date, totalSen))
  if (allocations.some(({ otherYears }) => otherYears)) keys.push(OTHER_YEARS_KEY)
  const queue = queueKey(receipt)
  if (queue !== undefined) keys.push(queue)
  if (example) keys.push(EXAMPLE_KEY)
  if (refundOf?.receiptId) keys.push(refundKey(refundOf.receiptId))
  return [...new Set([...keys, ...einvoiceKeys(einvoice)])]
}
