import type { ReceiptList, ReceiptSummary } from '../../../server/api-types.ts'
import { json } from '../api/client.ts'
import { deviceDatabase, type KeptReceipt } from './device.ts'

const PAGE = 100
/** More are not kept: it would take as many requests to fetch them as a screen makes in a week. */
const MOST_PAGES = 20
/** A list younger than this is fresh enough, in ms. */
const FRESH_MS = 15 * 60_000

/** The list a person kept of a year on this device; undefined where there is none. */
export async function readKeptList(sub: string) {
  const kept = await (await deviceDatabase()).get('lists', sub)
  if (!kept) return undefined
  const { year, asOf, total, pages, receipts = [] } = kept
  return {
    year,
    asOf,
    total,
    receipts: pages?.flatMap((page): KeptReceipt[] => JSON.parse(page)) ?? receipts,
  }
}

/** Keeps what a screen has shown of a year anyway. */
export async function keepList(sub: string, year: number, receipts: ReceiptSummary[]) {
  await store(sub, year, [keptPage(receipts)], receipts.length)
}

/** Fetches the receipts of a year to be read without a network, unless that was done a moment ago. */
export async function refreshKeptList(sub: string, year: number, signal: AbortSignal) {
  const kept = await (await deviceDatabase()).get('lists', sub)
  if (kept && kept.year === year && Date.now() - Date.parse(kept.asOf) < FRESH_MS) return
  const pages: string[] = []
  let cursor: string | null = null
  let total = 0
  let count = 0
  do {
    const search = new URLSearchParams({ limit: String(PAGE), yearOfAssessment: String(year) })
    if (cursor !== null) search.set('cursor', cursor)
    const list: ReceiptList = await json<ReceiptList>(`/receipts?${search}`, {
      headers: { 'Only-As': sub },
      signal,
    })
    if (cursor === null) total = list.total ?? 0
    pages.push(keptPage(list.receipts))
    count += list.receipts.length
    cursor = list.nextCursor
  } while (cursor !== null && pages.length < MOST_PAGES)
  await store(sub, year, pages, Math.max(total, count))
}

async function store(sub: string, year: number, pages: string[], total: number) {
  await (await deviceDatabase()).put('lists', { sub, year, asOf: new Date().toISOString(), pages, total })
}

const keptPage = (receipts: ReceiptSummary[]) => JSON.stringify(receipts.map(keptReceipt))

const keptReceipt = ({
  id,
  merchant,
  paidOn,
  status,
  currency,
  totalSen,
  myrSen,
}: ReceiptSummary): KeptReceipt => ({ id, merchant, paidOn, status, currency, totalSen, myrSen })

/** Forgets the lists of everybody: at sign-out nothing of a person stays readable on the device. */
export async function forgetKeptLists() {
  await (await deviceDatabase()).clear('lists')
}
