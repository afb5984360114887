import { claimable } from '../law/claimable.ts'
import type { EarlierClaim } from '../law/frequency.ts'
import { sum } from '../law/money.ts'
import type { TaxYear } from '../law/year.ts'
import type { Allocation } from '../receipts/allocation.ts'
import { yearOfAssessment } from '../receipts/model.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import { summaryOf } from '../receipts/record.ts'
import { OTHER_YEARS_KEY } from '../stored-keys.ts'
import type { Row, YearRows } from './year-rows.ts'

/** A part of a confirmed receipt that counts in the year, whichever year the receipt is of. */
export interface Counted extends Allocation {
  relief: string
  row: Row
}

/** What a year's receipts come to by code, as the law wants to know it. All amounts in sen. */
export interface Spend {
  spend: Record<string, number>
  gifts: Record<string, number>
  /** Payments that are rebates. */
  paid: Record<string, number>
  /** One payment a trip, by rebate. */
  trips: Record<string, number[]>
  /** What earlier years claimed of reliefs that may be claimed only so often. */
  earlier: EarlierClaim[]
}

/** Everything of the receipts that a claim is made of. */
export interface YearReceipts {
  /** All of the year outside the trash, newest first. */
  rows: Row[]
  counted: Counted[]
  earlier: EarlierClaim[]
}

export interface SpendDeps {
  store: ReceiptStore
  rowsOfYear: YearRows
}

/** The receipts of a person's year: its list, and the few others that concern it. */
export async function receiptsOf(
  { store, rowsOfYear }: SpendDeps,
  userId: string,
  year: number,
): Promise<YearReceipts> {
  const [rows, others] = await Promise.all([rowsOfYear(userId, year), othersOf(store, userId)])
  const counted: Counted[] = []
  for (const row of rows) {
    if (row.status === 'confirmed') counted.push(...countedIn(year, year, row))
  }
  const earlier: EarlierClaim[] = []
  for (const { row, year: own } of others) {
    if (own !== year) counted.push(...countedIn(year, own, row))
    for (const { relief, sen, year: other, otherYears } of row.allocations) {
      const claimedIn = other ?? own
      if (otherYears && relief !== null && claimedIn < year) addTo(earlier, claimedIn, relief, sen)
    }
  }
  return { rows, counted, earlier }
}

/** A refund takes off what was claimed. */
function addTo(earlier: EarlierClaim[], year: number, code: string, sen: number) {
  const known = earlier.find((claim) => claim.year === year && claim.code === code)
  const times = Math.sign(sen)
  if (!known) earlier.push({ year, code, allowedSen: sen, times })
  else {
    known.allowedSen += sen
    known.times = (known.times ?? 0) + times
  }
}

/** What of a receipt of the year `own` counts in `year`, once it is confirmed. */
export function countedIn(year: number, own: number, row: Row): Counted[] {
  const parts: Counted[] = []
  for (const allocation of row.allocations) {
    const { relief } = allocation
    if (relief !== null && (allocation.year ?? own) === year) parts.push({ ...allocation, relief, row })
  }
  return parts
}

/** Confirmed receipts whose claims concern more years than their own: a handful in a lifetime. */
async function othersOf(store: ReceiptStore, userId: string) {
  const ids = await store.withKey(userId, OTHER_YEARS_KEY)
  const found = await Promise.all(ids.map((id) => store.find(userId, id)))
  return found.flatMap((receipt) => {
    const year = receipt && yearOfAssessment(receipt)
    if (!receipt || !year || receipt.status !== 'confirmed' || receipt.trashedAt) return []
    return [{ row: summaryOf(receipt), year }]
  })
}

/** The sums by code. What the year's law has no place for is left in `spend`, where the law will say so. */
export function spendOf(year: TaxYear, parts: { relief: string; sen: number }[]): Omit<Spend, 'earlier'> {
  const amounts = new Map<string, number[]>()
  for (const { relief, sen } of parts) {
    const known = amounts.get(relief)
    if (known) known.push(sen)
    else amounts.set(relief, [sen])
  }
  const result: Omit<Spend, 'earlier'> = { spend: {}, gifts: {}, paid: {}, trips: {} }
  for (const [code, paid] of amounts) {
    const kind = claimable(year, code)?.kind ?? 'relief'
    if (kind === 'trip') result.trips[code] = paid
    else ({ relief: result.spend, gift: result.gifts, rebate: result.paid })[kind][code] = sum(paid)
  }
  return result
}
