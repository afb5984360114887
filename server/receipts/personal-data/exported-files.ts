import { type ExportedFile, jsonFile, toJsonBuffer } from '../../personal-data.ts'
import { EXTENSIONS, originalKey } from '../files/keys.ts'
import type { PageTexts } from '../files/page-texts.ts'
import { wholeFile } from '../files/whole-file.ts'
import { type Receipt, withoutWork } from '../model.ts'
import type { ReceiptFile } from '../parts.ts'
import type { FileStore } from '../ports.ts'
import type { ReadRecord } from '../record.ts'

interface Deps {
  files: FileStore
  texts: PageTexts
}

/** A receipt in a person's export: its record as JSON, then each original with the text that was read of it. */
export function* exportedFiles(deps: Deps, { receipt, damaged }: ReadRecord): Generator<ExportedFile> {
  const { userId, schema, ...shown } = withoutWork(receipt)
  const modifiedAt = new Date(receipt.updatedAt)
  const json = jsonFile(`${folderFor(receipt)}/receipt.json`, shown)
  yield { ...json, modifiedAt, ...(damaged.length > 0 && { damaged: [{ kind: 'receipt', id: receipt.id }] }) }
  for (const file of receipt.files) {
    yield original(deps, receipt, file)
    yield { ...text(deps, receipt, file), modifiedAt }
  }
}

const folderFor = ({ id }: Receipt) => `receipts/${id}`

const original = ({ files }: Deps, receipt: Receipt, file: ReceiptFile): ExportedFile => ({
  path: `${folderFor(receipt)}/${file.id}.${EXTENSIONS[file.type]}`,
  modifiedAt: new Date(file.addedAt),
  sha256: file.sha256,
  content: () => wholeFile(files, originalKey(receipt.userId, receipt.id, file.id)),
})

const text = ({ texts }: Deps, receipt: Receipt, file: ReceiptFile): ExportedFile => ({
  path: `${folderFor(receipt)}/${file.id}.text.json`,
  optional: true,
  async content() {
    const pages = await texts.getIntact(receipt, file.id)
    return pages && toJsonBuffer(pages)
  },
})
