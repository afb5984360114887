import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { PageText } from '../reading/page-text.ts'
import { textKey } from './files.ts'
import type { Receipt } from './model.ts'
import type { FileStore } from './ports.ts'

type Owned = Pick<Receipt, 'userId' | 'id'>

/** The text of each file's pages, kept gzipped beside the file. */
export function createPageTexts(files: FileStore) {
  return {
    async put(receipt: Owned, fileId: string, pages: PageText[]) {
      const bytes = await promisify(gzip)(JSON.stringify(pages))
      await files.write(textKey(receipt.userId, receipt.id, fileId), bytes)
    },

    /** Undefined: the file was not read yet. */
    async get(receipt: Owned, fileId: string): Promise<PageText[] | undefined> {
      const found = await files.open(textKey(receipt.userId, receipt.id, fileId))
      return found && JSON.parse(String(await promisify(gunzip)(await buffer(found.stream))))
    },
  }
}

export type PageTexts = ReturnType<typeof createPageTexts>
