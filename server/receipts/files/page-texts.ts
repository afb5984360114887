import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { DamagedRecordError } from '../../errors.ts'
import { type PageText, pageTextSchema } from '../../reading/page-text.ts'
import type { Receipt } from '../model.ts'
import type { FileStore } from '../ports.ts'
import { textKey } from './keys.ts'
import { wholeFile } from './whole-file.ts'

const pageTexts = z.array(pageTextSchema)

type Owned = Pick<Receipt, 'userId' | 'id'>

/** The text of each file's pages, stored as gzipped JSON next to the file. */
export function createPageTexts(files: FileStore) {
  /**
   * Undefined: the file was not read yet. Rejects with DamagedRecordError where its stored text cannot be read, and
   * with StorageUnavailableError.
   */
  async function getIntact(receipt: Owned, fileId: string): Promise<PageText[] | undefined> {
    const found = await wholeFile(files, textKey(receipt.userId, receipt.id, fileId))
    if (!found) return undefined
    try {
      return pageTexts.parse(JSON.parse(String(await promisify(gunzip)(found))))
    } catch (cause) {
      throw new DamagedRecordError('page text', fileId, ['all of it'], { cause })
    }
  }

  /** As getIntact; a text that cannot be read counts as not there, because the file can be read again. */
  async function get(receipt: Owned, fileId: string): Promise<PageText[] | undefined> {
    try {
      return await getIntact(receipt, fileId)
    } catch (error) {
      if (error instanceof DamagedRecordError) return undefined
      throw error
    }
  }

  return {
    get,
    getIntact,

    async put(receipt: Owned, fileId: string, pages: PageText[]) {
      const bytes = await promisify(gzip)(JSON.stringify(pages))
      await files.write(textKey(receipt.userId, receipt.id, fileId), bytes)
    },

    /** The lines of all pages that were read, one line of text each. */
    async ofReceipt(receipt: Owned & Pick<Receipt, 'files'>): Promise<string> {
      const lines: string[] = []
      for (const file of receipt.files.filter(({ role }) => role === 'receipt')) {
        for (const page of (await get(receipt, file.id)) ?? [])
          lines.push(...page.lines.map((line) => line.text))
      }
      return lines.join('\n')
    },
  }
}

export type PageTexts = ReturnType<typeof createPageTexts>
