import { keptWith } from '../kept-with.ts'
import { claimable } from '../law/claimable.ts'
import type { EarlierClaim } from '../law/frequency.ts'
import { sum } from '../law/money.ts'
import type { TaxYear } from '../law/year.ts'
import { letOthersIn } from '../let-others-in.ts'
import type { Allocation } from '../receipts/allocation.ts'
import { findRecord } from '../receipts/damaged.ts'
import type { Row } from '../receipts/each-receipt.ts'
import { yearOfAssessment } from '../receipts/model.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import { summaryOfRecord } from '../receipts/record.ts'
import { OTHER_YEARS_KEY } from '../stored-keys.ts'
import type { YearRows } from './year-rows.ts'

/** A part of a confirmed receipt that is claimed in the year. The receipt may belong to another year. */
export interface ClaimedPart extends Allocation {
  relief: string
  row: Row
}

/** An amount for a relief, gift or rebate, and who it was for, if that is known. */
export type Part = Pick<Allocation, 'sen'> & { relief: string; person?: Allocation['person'] }

/** The sums of a year's receipts by code, as the law needs them. All amounts in sen. */
export interface Spend {
  spend: Record<string, number>
  gifts: Record<string, number>
  /** Payments that are rebates. */
  paid: Record<string, number>
  /** By rebate: one payment per trip. */
  trips: Record<string, number[]>
  /** Claims of earlier years for reliefs that may not be claimed every year. */
  earlier: EarlierClaim[]
}

/** The receipts that a year's claim is based on. */
export interface YearReceipts {
  /** All receipts of the year that are not in the trash, newest first. */
  rows: readonly Row[]
  parts: readonly ClaimedPart[]
  earlier: EarlierClaim[]
  /** How many of the year's receipts are examples, left out or not. */
  examples: number
  /** Ids of receipts that concern the year, or may concern it, and whose rows cannot be read in full. */
  damaged: string[]
}

export interface SpendDeps {
  store: ReceiptStore
  rowsOfYear: YearRows
}

/**
 * The receipts of a person's year, with the few receipts of other years that affect it.
 * @param withExamples whether example receipts are among them
 */
export async function receiptsOf(
  { store, rowsOfYear }: SpendDeps,
  userId: string,
  year: number,
  withExamples = true,
): Promise<YearReceipts> {
  const [ofYear, ofOthers] = await Promise.all([rowsOfYear(userId, year), crossYearReceipts(store, userId)])
  await letOthersIn(ofYear)
  const examples = ofYear.filter(({ example }) => example).length
  const isWanted = (row: Row) => withExamples || !row.example
  const rows = withExamples || examples === 0 ? ofYear : ofYear.filter(isWanted)
  const claimed = ofOthers.claimed.filter(({ row }) => isWanted(row))
  const own = ownParts(year, rows)
  const ofOtherYears: ClaimedPart[] = []
  const earlier: EarlierClaim[] = []
  for (const { row, year: paidIn } of claimed) {
    if (paidIn !== year) ofOtherYears.push(...partsIn(year, paidIn, row))
    for (const { relief, sen, year: other, otherYears } of row.allocations) {
      const claimedIn = other ?? paidIn
      if (otherYears && relief !== null && claimedIn < year) addTo(earlier, claimedIn, relief, sen)
    }
  }
  const parts = ofOtherYears.length > 0 ? [...own, ...ofOtherYears] : own
  const damaged = rows.filter((row) => row.damaged).map(({ id }) => id)
  return { rows, parts, earlier, examples, damaged: [...new Set([...damaged, ...ofOthers.damaged])] }
}

/** A change of the facts leaves the same rows. */
const partsOf = keptWith<readonly Row[], readonly ClaimedPart[]>()

/** The parts that a year's own receipts claim in it. */
const ownParts = (year: number, rows: readonly Row[]) =>
  partsOf(rows, String(year), () =>
    rows.flatMap((row) => (row.status === 'confirmed' ? partsIn(year, year, row) : [])),
  )

/** A refund reduces the claim. */
function addTo(earlier: EarlierClaim[], year: number, code: string, sen: number) {
  const found = earlier.find((claim) => claim.year === year && claim.code === code)
  const times = Math.sign(sen)
  if (!found) earlier.push({ year, code, allowedSen: sen, times })
  else {
    found.allowedSen += sen
    found.times = (found.times ?? 0) + times
  }
}

/**
 * The parts of a receipt that are claimed in `year` once the receipt is confirmed.
 * @param own the receipt's own year of assessment
 */
export function partsIn(year: number, own: number, row: Row): ClaimedPart[] {
  const parts: ClaimedPart[] = []
  for (const allocation of row.allocations) {
    const { relief } = allocation
    if (relief !== null && (allocation.year ?? own) === year) parts.push({ ...allocation, relief, row })
  }
  return parts
}

/** Confirmed receipts that affect the claims of more than their own year: a handful in a lifetime. */
async function crossYearReceipts(store: ReceiptStore, userId: string) {
  const ids = await store.withKey(userId, OTHER_YEARS_KEY)
  const found = await Promise.all(ids.map((id) => findRecord(store, userId, id)))
  const inUse = found.filter((record) => record !== undefined).filter(({ receipt }) => !receipt.trashedAt)
  return {
    claimed: inUse.flatMap((record) => {
      const year = yearOfAssessment(record.receipt)
      if (year === null || record.receipt.status !== 'confirmed') return []
      return [{ row: summaryOfRecord(record), year }]
    }),
    damaged: inUse.filter(({ damaged }) => damaged.length > 0).map(({ receipt }) => receipt.id),
  }
}

/**
 * The parts added up by code and person, so that a year of thousands is summed once and not for every couple that is
 * computed from it. Payments of trips stay apart, as only some of them count.
 */
export function addedUp(year: TaxYear, parts: readonly Part[]): Part[] {
  const byCode = new Map<string, Map<Allocation['person'], Part & { sen: number }>>()
  const trips: Part[] = []
  for (const { relief, person = null, sen } of parts) {
    let ofCode = byCode.get(relief)
    if (!ofCode) {
      ofCode = new Map()
      byCode.set(relief, ofCode)
    }
    const found = ofCode.get(person)
    if (found) found.sen += sen
    else ofCode.set(person, { relief, person, sen })
  }
  const isTrip = (code: string) => claimable(year, code)?.kind === 'trip'
  for (const code of [...byCode.keys()].filter(isTrip)) {
    byCode.delete(code)
    trips.push(...parts.filter(({ relief }) => relief === code))
  }
  return [...[...byCode.values()].flatMap((ofCode) => [...ofCode.values()]), ...trips]
}

/** The sums by code. Codes unknown to the year's law stay in `spend`; allowedReliefs reports them as unmatched. */
export function spendOf(year: TaxYear, parts: readonly Part[]): Omit<Spend, 'earlier'> {
  const amounts = new Map<string, number[]>()
  for (const { relief, sen } of parts) {
    const found = amounts.get(relief)
    if (found) found.push(sen)
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
