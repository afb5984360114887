import { idsWithKeys } from '../derived/related-receipts.ts'
import type { ReceiptStore } from '../ports.ts'
import { type Summary, summaryOfRecord } from '../record.ts'
import { keysOfRefunds, originalIdOf } from '../refunds.ts'
import { findShownRecord } from './find.ts'

export interface Refunds {
  /** The purchase that the receipt gives money back for; null: none is known, or it is gone. */
  original: Summary | null
  /** The receipts that give money back for it, in the order of upload. */
  refunds: Summary[]
}

/** More refunds of one purchase than this help nobody. */
const MAX_REFUNDS = 50

/** What a receipt gives money back for, and what gives money back for it. @throws Refusal not_found */
export async function refundsOf(
  deps: { store: Pick<ReceiptStore, 'find' | 'findMany' | 'withKey'> },
  userId: string,
  id: string,
): Promise<Refunds> {
  const { store } = deps
  const { receipt } = await findShownRecord(deps, userId, id)
  const originalId = originalIdOf(receipt)
  const ids = await idsWithKeys(store, userId, keysOfRefunds(receipt))
  ids.delete(id)
  const candidates = [...ids].sort().slice(0, MAX_REFUNDS)
  const found = await store.findMany(userId, [...candidates, ...(originalId ? [originalId] : [])])
  const refunds = candidates.flatMap((candidate) => {
    const record = found.get(candidate)
    return record && originalIdOf(record.receipt) === id ? [summaryOfRecord(record)] : []
  })
  const original = originalId === null ? undefined : found.get(originalId)
  return { original: original ? summaryOfRecord(original) : null, refunds }
}
