import { setImmediate } from 'node:timers/promises'
import type { ClaimSummary } from '../claims/claim-views.ts'
import type { YearReceipts } from '../claims/spend.ts'
import type { Language } from '../language.ts'
import { prefetch } from '../prefetch.ts'
import { findRecord } from '../receipts/damaged.ts'
import type { Row } from '../receipts/each-receipt.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import type { Facts } from '../taxpayer/facts.ts'
import { createReceiptNaming, type NamedReceipt } from './named-receipt.ts'
import type { ExportedReturn } from './return-lines.ts'

/** A year's claim with everything its exports need. */
export interface ExportedClaim {
  userId: string
  year: number
  language: Language
  /** The calendar day in Malaysia on which it is created. */
  madeOn: string
  summary: ClaimSummary
  /** The whole return, line by line. */
  taxReturn: ExportedReturn
  /** The facts of the taxpayer. */
  facts: Facts
  /** The list rows of all receipts that affect the year, confirmed or not, by id. */
  rows: Map<string, Row>
  /** The ids of the confirmed receipts, in the order of payment. */
  confirmed: string[]
  /** How many example receipts are in it. Every export says so. */
  examples: number
  /** How many example receipts of the year are not. */
  examplesLeftOut: number
  /** Ids of those that cannot be read in full, as far as the rows show it. */
  damaged: string[]
}

/** Receipts read concurrently: 5,000 one after the other would take minutes in DynamoDB. */
const CONCURRENCY = 8
/** Receipts between two yields to the event loop: SQLite answers synchronously, and thousands would block the process. */
export const YIELD_EVERY = 32

/** The rows of a year's receipts, and the order they are exported in. */
export function inOrder({
  rows,
  parts,
  damaged,
}: Pick<YearReceipts, 'rows' | 'parts' | 'damaged'>): Pick<ExportedClaim, 'rows' | 'confirmed' | 'damaged'> {
  const all = new Map([...rows, ...parts.map(({ row }) => row)].map((row) => [row.id, row]))
  const confirmed = [...all.values()]
    .filter(({ status }) => status === 'confirmed')
    .sort((a, b) => compare(a.paidOn ?? '', b.paidOn ?? '') || compare(a.id, b.id))
  return { rows: all, confirmed: confirmed.map(({ id }) => id), damaged }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The confirmed receipts of a claim in full, a few in memory at a time. Receipts changed meanwhile have their current state. */
export async function* receiptsOf(store: ReceiptStore, claim: ExportedClaim): AsyncGenerator<NamedReceipt> {
  const naming = createReceiptNaming(claim.language)
  let found = 0
  for await (const record of prefetch(claim.confirmed, CONCURRENCY, (id) =>
    findRecord(store, claim.userId, id),
  )) {
    if (++found % YIELD_EVERY === 0) await setImmediate()
    if (!record) continue
    const { receipt, damaged } = record
    // The status of a damaged receipt may be lost; its row says that it is confirmed.
    if ((receipt.status !== 'confirmed' && damaged.length === 0) || receipt.trashedAt) continue
    yield naming(record)
  }
}
