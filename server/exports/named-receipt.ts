import type { Language } from '../language.ts'
import type { Receipt } from '../receipts/model.ts'
import type { ReceiptFile } from '../receipts/parts.ts'
import type { ReadRecord } from '../receipts/record.ts'
import { createNaming, originalName } from './file-names.ts'

/** A receipt with the names its files have in the audit pack. */
export interface NamedReceipt {
  receipt: Receipt
  /** Part of its record cannot be read; the receipt is the rest. */
  isDamaged: boolean
  files: { file: ReceiptFile; name: string }[]
}

/** Names the files of one receipt after the other; no name is given twice. */
export function createReceiptNaming(language: Language) {
  const unused = createNaming()
  return ({ receipt, damaged }: ReadRecord): NamedReceipt => ({
    receipt,
    isDamaged: damaged.length > 0,
    files: receipt.files.map((file) => ({ file, name: unused(originalName(receipt, file, language)) })),
  })
}
