import { noteKeys, originalKeys } from './einvoice.ts'
import type { Receipt } from './model.ts'
import type { ReceiptStore } from './ports.ts'

/** The receipt with the one that its note refers to, where the person has that. */
export async function withOriginal(store: ReceiptStore, receipt: Receipt): Promise<Receipt> {
  const { einvoice } = receipt
  if (einvoice?.source !== 'file' || !einvoice.original) return receipt
  const [originalReceiptId = null] = await found(store, receipt, originalKeys(einvoice))
  return { ...receipt, einvoice: { ...einvoice, originalReceiptId } }
}

/** The person's notes that refer to this receipt's document. */
export const notesTo = (store: ReceiptStore, receipt: Receipt) =>
  found(store, receipt, noteKeys(receipt.einvoice))

async function found(store: ReceiptStore, { userId, id }: Receipt, keys: string[]): Promise<string[]> {
  const ids = new Set<string>()
  for (const key of keys) for (const other of await store.withKey(userId, key)) ids.add(other)
  ids.delete(id)
  return [...ids].sort()
}
