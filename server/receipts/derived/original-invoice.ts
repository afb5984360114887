import { originalKeys } from '../einvoice.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptStore } from '../ports.ts'
import { relatedReceipts } from './related-receipts.ts'

/** Links a credit note to the invoice it refers to, where that is among the person's receipts. */
export async function linkOriginalInvoice(
  store: Pick<ReceiptStore, 'withKey'>,
  receipt: Receipt,
): Promise<Receipt> {
  const { einvoice } = receipt
  if (einvoice?.source !== 'file' || !einvoice.original) return receipt
  const [originalReceiptId = null] = await relatedReceipts(store, receipt, originalKeys(einvoice))
  return { ...receipt, einvoice: { ...einvoice, originalReceiptId } }
}
