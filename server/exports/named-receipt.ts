import type { Receipt } from '../receipts/model.ts'
import type { ReceiptFile } from '../receipts/parts.ts'

/** A receipt with the names its files have in the audit pack. */
export interface NamedReceipt {
  receipt: Receipt
  files: { file: ReceiptFile; name: string }[]
}
