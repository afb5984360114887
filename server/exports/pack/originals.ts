import { createHash } from 'node:crypto'
import { prefetch } from '../../prefetch.ts'
import { originalKey } from '../../receipts/files/keys.ts'
import { wholeFile } from '../../receipts/files/whole-file.ts'
import type { FileStore } from '../../receipts/ports.ts'
import type { NamedReceipt } from '../named-receipt.ts'

/** The folder of the originals in the archive. */
export const FOLDER = 'receipts'

/** Files read ahead, each of at most 10 MB in memory, so that the next is ready when the previous one is sent. */
const READ_AHEAD = 4

/** A file that belongs in the archive. */
export interface Original {
  named: NamedReceipt
  /** Whether it is the last file of its receipt. */
  last: boolean
  /** null: entered by hand, without a file. */
  path: string | null
  sha256: string | null
  content: Buffer | null
  modifiedAt: Date | undefined
  trouble: 'noFile' | 'fileMissing' | 'fileChanged' | null
}

/** The files of receipts in order, each read in full and compared with the hash of the upload. */
export function originalsOf(
  files: FileStore,
  receipts: AsyncIterable<NamedReceipt>,
): AsyncGenerator<Original> {
  return prefetch(expectedFiles(receipts), READ_AHEAD, async ({ named, index }): Promise<Original> => {
    const { receipt } = named
    const entry = named.files[index]
    if (!entry) return withoutFile(named)
    const { file, name } = entry
    const content = (await wholeFile(files, originalKey(receipt.userId, receipt.id, file.id))) ?? null
    return {
      named,
      last: index === named.files.length - 1,
      path: `${FOLDER}/${name}`,
      sha256: file.sha256,
      content,
      modifiedAt: new Date(file.addedAt),
      trouble: troubleOf(content, file.sha256),
    }
  })
}

const withoutFile = (named: NamedReceipt): Original => ({
  named,
  last: true,
  path: null,
  sha256: null,
  content: null,
  modifiedAt: undefined,
  trouble: 'noFile',
})

async function* expectedFiles(receipts: AsyncIterable<NamedReceipt>) {
  for await (const named of receipts) {
    if (named.files.length === 0) yield { named, index: 0 }
    for (const index of named.files.keys()) yield { named, index }
  }
}

function troubleOf(content: Buffer | null, sha256: string) {
  if (!content) return 'fileMissing'
  return createHash('sha256').update(content).digest('hex') === sha256 ? null : 'fileChanged'
}
