import { originalKeys } from '../einvoice.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptStore } from '../ports.ts'

/** Links a credit note to the invoice it refers to, where that is among the person's receipts. */
export async function linkOriginalInvoice(store: ReceiptStore, receipt: Receipt): Promise<Receipt> {
  const { einvoice } = receipt
  if (einvoice?.source !== 'file' || !einvoice.original) return receipt
  const [originalReceiptId = null] = await relatedReceipts(store, receipt, originalKeys(einvoice))
  return { ...receipt, einvoice: { ...einvoice, originalReceiptId } }
}

/** Ids of the other receipts of this person that have one of these lookup keys, sorted. */
export async function relatedReceipts(
  store: ReceiptStore,
  { userId, id }: Receipt,
  keys: string[],
): Promise<string[]> {
  const ids = new Set<string>()
  for (const key of keys) for (const other of await store.withKey(userId, key)) ids.add(other)
  ids.delete(id)
  return [...ids].sort()
}
