import type { Receipt, ReceiptFile } from '../receipts/model.ts'

/** A receipt with the names its files have in the audit pack. */
export interface NamedReceipt {
  receipt: Receipt
  files: { file: ReceiptFile; name: string }[]
}
