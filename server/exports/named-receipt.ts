import type { Receipt } from '../receipts/model.ts'
import type { ReceiptFile } from '../receipts/parts.ts'
import { createNaming, originalName } from './file-names.ts'
import type { Language } from './language.ts'

/** A receipt with the names its files have in the audit pack. */
export interface NamedReceipt {
  receipt: Receipt
  files: { file: ReceiptFile; name: string }[]
}

/** Names the files of one receipt after the other; no name is given twice. */
export function createReceiptNaming(language: Language) {
  const unused = createNaming()
  return (receipt: Receipt): NamedReceipt => ({
    receipt,
    files: receipt.files.map((file) => ({ file, name: unused(originalName(receipt, file, language)) })),
  })
}
