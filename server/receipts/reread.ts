import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../clock.ts'
import type { PageReader } from '../reading/ports.ts'
import type { Concluded } from './derived/derived-fields.ts'
import type { PageTexts } from './files/page-texts.ts'
import type { Receipt } from './model.ts'
import { type ReceiptStore, VersionConflictError } from './ports.ts'
import { searchablePages } from './search.ts'
import { type FilePages, type ReceiptReading, readingOf } from './work/read-receipt.ts'

/** What became of a receipt whose text went through the field rules once more. */
export type Reread = 'unchanged' | 'changed' | 'proposed' | 'not_read'

const PAGE = 100

/**
 * Applies the field rules of today to the text that was read before, without reading a picture again. What is found
 * otherwise is laid over the receipt as a new reading is: never over a person's value, and a proposal where it is
 * confirmed.
 */
export function createReread(deps: {
  store: ReceiptStore
  texts: PageTexts
  reader: PageReader
  concluded: Concluded
  clock: Clock
}) {
  const { store, texts, reader, concluded, clock } = deps

  /** Undefined: it was never read, or is to be read again anyway. */
  async function textOf(receipt: Receipt): Promise<ReceiptReading | undefined> {
    if (receipt.unreadFileIds.length > 0) return undefined
    const read: FilePages[] = []
    const files = receipt.files.filter((file) => file.role === 'receipt')
    for (const { id: fileId } of files) {
      const kept = await texts.get(receipt, fileId)
      if (!kept) continue
      const pages = kept.map((page) => reader.remake?.(page) ?? page)
      if (!isDeepStrictEqual(pages, kept)) await texts.put(receipt, fileId, pages)
      read.push({ fileId, pages })
    }
    return read.length > 0 ? readingOf(read, read.length < files.length) : undefined
  }

  async function one(receipt: Receipt): Promise<Reread> {
    const reading = await textOf(receipt)
    if (!reading) return 'not_read'
    for (let current: Receipt | undefined = receipt; current; ) {
      const now = clock.now()
      const changed = await concluded(reading.apply(current, now), reading.text)
      if (isSame(current, changed)) return 'unchanged'
      try {
        await store.save(changed, { pageText: searchablePages(reading.text) })
        return current.status === 'confirmed' ? 'proposed' : 'changed'
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
        current = error.current
      }
    }
    return 'not_read'
  }

  return {
    /** Everybody who has receipts. */
    owners: () => store.owners(),

    /** All receipts of a person but those in the trash; each is told as it is done. */
    async *ofOwner(userId: string): AsyncGenerator<{ id: string; outcome: Reread }> {
      let after: Awaited<ReturnType<ReceiptStore['list']>>['next'] = null
      do {
        const page = await store.list(userId, {
          view: { kind: 'all' },
          words: [],
          limit: PAGE,
          after: after ?? undefined,
        })
        for (const row of page.rows) {
          const { id } = JSON.parse(row) as { id: string }
          const receipt = await store.find(userId, id)
          if (receipt) yield { id, outcome: await one(receipt) }
        }
        after = page.next
      } while (after)
    },
  }
}

/** But for when it was looked at, and what others there are by now. */
function isSame(one: Receipt, other: Receipt): boolean {
  const timeless = ({ updatedAt, duplicateSuspects, proposal, ...rest }: Receipt) => ({
    ...rest,
    proposal: proposal?.values,
  })
  return isDeepStrictEqual(plain(timeless(one)), plain(timeless(other)))
}

/** As it is once stored: without what is undefined. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
