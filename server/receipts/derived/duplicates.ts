import { distance } from 'fastest-levenshtein'
import { documentKeys } from '../einvoice.ts'
import { dayAndTotalKey, fileKey } from '../lookup-keys.ts'
import type { Receipt, Suspect, Verdict } from '../model.ts'
import type { ReceiptStore } from '../ports.ts'

/** Enough to see that something is wrong; a hundred copies need no longer list. */
const MAX_SUSPECTS = 10

/**
 * The user's other receipts that look like copies of this one: the same file's bytes, the same e-invoice, or
 * the same day, total and merchant. What a person has called different, on either of the two, is not suspected again;
 * what they called the same still is, while both are there: one expense would count twice.
 */
export async function findSuspects(store: ReceiptStore, receipt: Receipt): Promise<Suspect[]> {
  const { userId, date, totalSen } = receipt
  const sameFile = new Set<string>()
  for (const file of receipt.files) {
    for (const id of await store.withKey(userId, fileKey(file.sha256))) sameFile.add(id)
  }
  const sameEinvoice = new Set<string>()
  for (const key of documentKeys(receipt.einvoice)) {
    for (const id of await store.withKey(userId, key)) sameEinvoice.add(id)
  }
  const sameDayAndTotal =
    date === null || totalSen === null ? [] : await store.withKey(userId, dayAndTotalKey(date, totalSen))

  const settled = new Set(receipt.verdicts.flatMap((verdict) => (isOther(verdict) ? [verdict.of] : [])))
  const suspects: Suspect[] = []
  for (const id of new Set([...sameFile, ...sameEinvoice, ...sameDayAndTotal])) {
    if (id === receipt.id || settled.has(id) || suspects.length === MAX_SUSPECTS) continue
    const other = await store.find(userId, id)
    if (!other || other.verdicts.some((verdict) => isOther(verdict) && verdict.of === receipt.id)) continue
    const reasons: Suspect['reasons'] = []
    if (sameFile.has(id)) reasons.push('same_file')
    if (sameEinvoice.has(id)) reasons.push('same_einvoice')
    if (sameDayAndTotal.includes(id) && alike(receipt.merchant, other.merchant)) {
      reasons.push('same_day_total_merchant')
    }
    if (reasons.length > 0) suspects.push({ id, reasons })
  }
  return suspects
}

const isOther = ({ verdict }: Verdict) => verdict === 'different'

/** The same name but for a few misread characters. */
function alike(one: string | null, other: string | null) {
  const [a, b] = [one, other].map((name) => (name ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''))
  if (!a || !b) return false
  return distance(a, b) <= Math.max(a.length, b.length) / 5
}
