import type { ReceiptList, ReceiptSummary } from '../../../server/api-types.ts'
import { json } from '../api/client.ts'
import { deviceDatabase, type KeptList } from './device.ts'

const PAGE = 100
/** More are not kept: it would take as many requests to fetch them as a screen makes in a week. */
const MOST_PAGES = 20
/** A list younger than this is fresh enough, in ms. */
const FRESH_MS = 15 * 60_000

/** The list a person kept of a year on this device; undefined where there is none. */
export async function readKeptList(sub: string): Promise<KeptList | undefined> {
  return (await deviceDatabase()).get('lists', sub)
}

/** Keeps what a screen has shown of a year anyway. */
export async function keepList(sub: string, year: number, receipts: ReceiptSummary[], total: number) {
  const asOf = new Date().toISOString()
  await (await deviceDatabase()).put('lists', { sub, year, asOf, receipts, total })
}

/** Fetches the receipts of a year to be read without a network, unless that was done a moment ago. */
export async function refreshKeptList(sub: string, year: number, signal: AbortSignal) {
  const kept = await readKeptList(sub)
  if (kept && kept.year === year && Date.now() - Date.parse(kept.asOf) < FRESH_MS) return
  const receipts: ReceiptSummary[] = []
  let cursor: string | null = null
  let total = 0
  for (let page = 0; page < MOST_PAGES; page++) {
    const search = new URLSearchParams({ limit: String(PAGE), yearOfAssessment: String(year) })
    if (cursor !== null) search.set('cursor', cursor)
    const list: ReceiptList = await json<ReceiptList>(`/receipts?${search}`, {
      headers: { 'Only-As': sub },
      signal,
    })
    receipts.push(...list.receipts)
    if (page === 0) total = list.total ?? 0
    cursor = list.nextCursor
    if (cursor === null) break
  }
  await keepList(sub, year, receipts, Math.max(total, receipts.length))
}

/** Forgets the lists of everybody: at sign-out nothing of a person stays readable on the device. */
export async function forgetKeptLists() {
  await (await deviceDatabase()).clear('lists')
}
