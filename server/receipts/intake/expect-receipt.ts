import { findRecord } from '../damaged.ts'
import { newReceipt, type Receipt } from '../model.ts'
import type { AllocationsOf } from '../review/allocate.ts'
import { withinAmount } from '../review/checks.ts'
import type { IntakeDeps } from './deps.ts'

/** A payment that is known before its paper is there. */
export interface ExpectedReceipt {
  /** Chosen before, so that several attempts store it once. */
  id: string
  merchant: string | null
  /** YYYY-MM-DD */
  date: string
  /** In ringgit. */
  totalSen: number
  allocationsOf: AllocationsOf
}

/**
 * Stores a receipt whose paper is still to come: until then nobody can confirm it, and what the paper says replaces the
 * expected day and total.
 * @returns the receipt as it is stored, perhaps by another request
 */
export async function expectReceipt(
  { store, withDerivedFields, clock }: Pick<IntakeDeps, 'store' | 'withDerivedFields' | 'clock'>,
  userId: string,
  { id, merchant, date, totalSen, allocationsOf }: ExpectedReceipt,
): Promise<Receipt> {
  const expected: Receipt = {
    ...newReceipt(id, userId, clock.now()),
    merchant,
    date,
    totalSen,
    needsPaper: true,
    evidence: { merchant: { by: 'person' } },
  }
  const derived = await withDerivedFields(expected)
  const receipt = withinAmount({ ...derived, allocations: allocationsOf(derived) })
  try {
    await store.create(receipt)
    return receipt
  } catch (error) {
    const stored = await findRecord(store, userId, id)
    if (!stored) throw error
    return stored.receipt
  }
}
