import type { Receipt } from './model.ts'
import type { Correction } from './parts.ts'
import { DamagedReceiptError, type ReceiptStore } from './ports.ts'
import type { ReadRecord } from './record.ts'

type Finder = Pick<ReceiptStore, 'find'>

/** A receipt as far as it can be read. */
export async function findRecord(store: Finder, userId: string, id: string): Promise<ReadRecord | undefined> {
  try {
    const receipt = await store.find(userId, id)
    return receipt && { receipt, damaged: [] }
  } catch (error) {
    if (!(error instanceof DamagedReceiptError)) throw error
    return { receipt: error.salvaged, damaged: error.members }
  }
}

/** A receipt that others are compared with: a damaged one is not. */
export async function findIntact(store: Finder, userId: string, id: string): Promise<Receipt | undefined> {
  const record = await findRecord(store, userId, id)
  return record?.damaged.length === 0 ? record.receipt : undefined
}

/**
 * A damaged receipt as it goes on when a person decides about it: the history says what was lost, and one that was
 * confirmed must be looked at again. It keeps `confirmedAt`, by which the law requires it to be kept.
 */
export function acceptLoss({ receipt, damaged }: ReadRecord, who: Pick<Correction, 'by' | 'at'>): Receipt {
  if (damaged.length === 0) return receipt
  const loss: Correction = { field: 'record', old: damaged, new: null, ...who }
  const status = receipt.status === 'confirmed' ? 'needs_review' : receipt.status
  return { ...receipt, status, history: [...receipt.history, loss] }
}
