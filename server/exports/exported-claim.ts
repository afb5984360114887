import { setImmediate } from 'node:timers/promises'
import { prefetch } from '../archive/prefetch.ts'
import type { ClaimSummary } from '../claims/claim-views.ts'
import type { YearReceipts } from '../claims/spend.ts'
import type { Row } from '../receipts/each-receipt.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import type { Facts } from '../taxpayer/facts.ts'
import { createNaming, originalName } from './file-names.ts'
import type { Language } from './language.ts'
import type { NamedReceipt } from './named-receipt.ts'

/** A year's claim, as its exports are made of it. */
export interface ExportedClaim {
  userId: string
  year: number
  language: Language
  /** The calendar day in Malaysia it is made on. */
  madeOn: string
  summary: ClaimSummary
  /** What to look at, in the language, with the ids of the receipts it is about. */
  warnings: { text: string; receipts: string[] }[]
  /** What the person said of themselves. */
  facts: Facts
  /** The list rows of all receipts that concern the year, confirmed or not, by id. */
  rows: Map<string, Row>
  /** Ids of the confirmed ones, in the order of payment. */
  confirmed: string[]
}

/** So many are found side by side: 5,000 one after the other would take minutes in DynamoDB. */
const FOUND_AT_ONCE = 8
/** After so many others have their turn: SQLite answers at once, and thousands would hold up the process. */
export const TURN = 32

/** The rows of a year's receipts, and the order they are exported in. */
export function inOrder({ rows, parts }: YearReceipts): Pick<ExportedClaim, 'rows' | 'confirmed'> {
  const all = new Map([...rows, ...parts.map(({ row }) => row)].map((row) => [row.id, row]))
  const confirmed = [...all.values()]
    .filter(({ status }) => status === 'confirmed')
    .sort((a, b) => compare(a.paidOn ?? '', b.paidOn ?? '') || compare(a.id, b.id))
  return { rows: all, confirmed: confirmed.map(({ id }) => id) }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The confirmed receipts of a claim, whole, a few in memory at a time. What was changed meanwhile is as it is now. */
export async function* receiptsOf(store: ReceiptStore, claim: ExportedClaim): AsyncGenerator<NamedReceipt> {
  const unused = createNaming()
  let found = 0
  for await (const receipt of prefetch(claim.confirmed, FOUND_AT_ONCE, (id) =>
    store.find(claim.userId, id),
  )) {
    if (++found % TURN === 0) await setImmediate()
    if (receipt?.status !== 'confirmed' || receipt.trashedAt) continue
    const files = receipt.files.map((file) => ({
      file,
      name: unused(originalName(receipt, file, claim.language)),
    }))
    yield { receipt, files }
  }
}
