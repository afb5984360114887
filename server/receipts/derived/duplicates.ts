import { distance } from 'fastest-levenshtein'
import { areApart } from '../../reading/boxes.ts'
import { findIntact } from '../damaged.ts'
import { documentKeys } from '../einvoice.ts'
import { dayAndTotalKey, fileKey } from '../lookup-keys.ts'
import type { Receipt } from '../model.ts'
import type { Suspect, Verdict } from '../parts.ts'
import { type ReceiptStore, VersionConflictError } from '../ports.ts'
import { idsWithKeys } from './related-receipts.ts'

/** Enough to show that something is wrong; a list of a hundred copies helps nobody. */
const MAX_SUSPECTS = 10

type Finder = Pick<ReceiptStore, 'find' | 'withKey'>

/**
 * The user's other receipts that look like copies of this one: the same file's bytes, the same e-invoice, or the same
 * day, total and merchant. A pair that a person called different is not suspected again. A pair they called the same
 * stays suspected while both are there, because one expense would count twice.
 */
export async function findSuspects(store: Finder, receipt: Receipt): Promise<Suspect[]> {
  const matches = await findMatches(store, receipt)
  const settled = new Set(receipt.verdicts.filter(isDifferent).map(({ of }) => of))
  const suspects: Suspect[] = []
  for (const id of new Set([...matches.sameFile, ...matches.sameEinvoice, ...matches.sameDayAndTotal])) {
    if (id === receipt.id || settled.has(id) || suspects.length === MAX_SUSPECTS) continue
    const other = await findIntact(store, receipt.userId, id)
    if (!other || other.verdicts.some((verdict) => isDifferent(verdict) && verdict.of === receipt.id))
      continue
    const reasons = reasonsFor(matches, receipt, other)
    if (reasons.length > 0) suspects.push({ id, reasons })
  }
  return suspects
}

/**
 * Refreshes the suspects of the receipts that suspect this one, after it was settled, trashed or restored. Best
 * effort: a receipt that somebody else changes at the same time stays as they leave it.
 */
export async function refreshDuplicateSuspects(
  store: Finder & Pick<ReceiptStore, 'save'>,
  receipt: Receipt,
): Promise<void> {
  for (const { id } of await findSuspects(store, { ...receipt, verdicts: [] })) {
    const other = await findIntact(store, receipt.userId, id)
    if (!other?.duplicateSuspects.some((suspect) => suspect.id === receipt.id)) continue
    try {
      await store.save({ ...other, duplicateSuspects: await findSuspects(store, other) })
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error
    }
  }
}

/** Ids of receipts that share something with this one, by what they share. */
interface Matches {
  sameFile: Set<string>
  sameEinvoice: Set<string>
  sameDayAndTotal: Set<string>
}

async function findMatches(store: Finder, receipt: Receipt): Promise<Matches> {
  const { userId, date, totalSen } = receipt
  return {
    sameFile: await idsWithKeys(
      store,
      userId,
      receipt.files.map((file) => fileKey(file.sha256)),
    ),
    sameEinvoice: await idsWithKeys(store, userId, documentKeys(receipt.einvoice)),
    sameDayAndTotal: await idsWithKeys(
      store,
      userId,
      date === null || totalSen === null ? [] : [dayAndTotalKey(date, totalSen)],
    ),
  }
}

function reasonsFor({ sameFile, sameEinvoice, sameDayAndTotal }: Matches, receipt: Receipt, other: Receipt) {
  const reasons: Suspect['reasons'] = []
  if (sameFile.has(other.id) && showTheSame(receipt, other)) reasons.push('same_file')
  if (sameEinvoice.has(other.id)) reasons.push('same_einvoice')
  if (sameDayAndTotal.has(other.id) && isSameName(receipt.merchant, other.merchant)) {
    reasons.push('same_day_total_merchant')
  }
  return reasons
}

/** Whether two receipts have a file in common, and not two parts of its picture. */
const showTheSame = (receipt: Receipt, other: Receipt) =>
  receipt.files.some((file) =>
    other.files.some((one) => one.sha256 === file.sha256 && !areApart(file.area, one.area)),
  )

const isDifferent = ({ verdict }: Verdict) => verdict === 'different'

/** Whether two names are the same apart from a few misread characters. */
function isSameName(one: string | null, other: string | null) {
  const [a, b] = [one, other].map((name) => (name ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''))
  if (!a || !b) return false
  return distance(a, b) <= Math.max(a.length, b.length) / 5
}
