import { malaysianDay } from '../../malaysian-time.ts'
import { isUnreadable } from '../../reading/fields/index.ts'
import type { PageText } from '../../reading/page-text.ts'
import { type PageReader, ReaderFailedError, UnusableFileError } from '../../reading/ports.ts'
import { readPages } from '../../reading/read-pages.ts'
import { findIntact } from '../damaged.ts'
import { originalKey } from '../files/keys.ts'
import type { PageTexts } from '../files/page-texts.ts'
import { mergeReading, type PageOrigin } from '../merge-reading.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptFile } from '../parts.ts'
import type { FileStore, ReceiptStore } from '../ports.ts'

export interface ReceiptReading {
  /** Merges what was read into the receipt as it is by then. */
  apply(receipt: Receipt, now: Date): Receipt
  /** The lines of all its pages. */
  text: string
}

/** The text of one file's pages. */
export interface FilePages {
  fileId: string
  pages: PageText[]
}

export interface ReceiptReaderDeps {
  store: Pick<ReceiptStore, 'find'>
  files: FileStore
  reader: PageReader
  texts: PageTexts
  /** The recorded text of an example's file, by the file's SHA-256, where reading it would cost money. */
  recordedText?: ((sha256: string) => Promise<PageText[] | undefined>) | undefined
}

/** Reads the unread files of a receipt, and applies the field rules to all its pages together. */
export function createReceiptReader(deps: ReceiptReaderDeps) {
  const { files, reader, texts, recordedText } = deps

  async function readFile(receipt: Receipt, file: ReceiptFile, signal: AbortSignal) {
    const recorded = receipt.example ? await recordedText?.(file.sha256) : undefined
    const pages =
      recorded ?? (await knownText(deps, receipt, file)) ?? (await readStored(receipt, file.id, signal))
    await texts.put(receipt, file.id, pages)
    return pages
  }

  async function readStored(receipt: Receipt, fileId: string, signal: AbortSignal) {
    const local = await files.local(originalKey(receipt.userId, receipt.id, fileId))
    if (!local) throw new ReaderFailedError('the file is not in the store')
    try {
      return await reader.read(local.path, signal)
    } finally {
      await local.release()
    }
  }

  /**
   * Rejects with ReaderFailedError or ReaderBusyError where another attempt may succeed.
   * @param signal aborts the reading
   * @param onRead called for each file whose text was read and stored
   */
  return async function readReceipt(
    receipt: Receipt,
    signal: AbortSignal,
    onRead: (fileId: string) => void,
  ): Promise<ReceiptReading> {
    const read: FilePages[] = []
    let damaged = false
    for (const file of receipt.files.filter((f) => f.role === 'receipt')) {
      try {
        const known = receipt.unreadFileIds.includes(file.id) ? undefined : await texts.get(receipt, file.id)
        read.push({ fileId: file.id, pages: known ?? (await readFile(receipt, file, signal)) })
        if (!known) onRead(file.id)
      } catch (error) {
        if (!(error instanceof UnusableFileError)) throw error
        damaged = true
      }
    }
    return readingOf(read, { damaged, uploadedAt: receipt.createdAt })
  }
}

/**
 * The text of a file that another of the person's receipts has too: it is not read a second time before the person has
 * said whether both are the same. Undefined where there is none, or where this file was read before, because then the
 * person wants it read again.
 */
async function knownText(
  { store, texts }: Pick<ReceiptReaderDeps, 'store' | 'texts'>,
  receipt: Receipt,
  { id, sha256 }: ReceiptFile,
): Promise<PageText[] | undefined> {
  const suspects = receipt.duplicateSuspects.filter(({ reasons }) => reasons.includes('same_file'))
  if (suspects.length === 0 || (await texts.get(receipt, id))) return undefined
  for (const suspect of suspects) {
    const other = await findIntact(store, receipt.userId, suspect.id)
    const same = other?.files.find((file) => file.sha256 === sha256)
    const pages = other && same && (await texts.get(other, same.id))
    if (pages) return pages
  }
}

export interface ReadingFacts {
  /** Whether a file could not be read at all. */
  damaged: boolean
  /** Its day in Malaysia is *today* for the rules: a receipt of a later day is unlikely. */
  uploadedAt: string
}

/** Applies the field rules to all pages together. */
export function readingOf(read: FilePages[], { damaged, uploadedAt }: ReadingFacts): ReceiptReading {
  const pages: PageText[] = []
  const origin: PageOrigin = []
  const turns = new Map<string, ReceiptFile['turned'][]>()
  for (const { fileId, pages: ofFile } of read) {
    turns.set(
      fileId,
      ofFile.map((page) => page.turned ?? 0),
    )
    for (const page of ofFile) {
      origin.push({ fileId, page: page.page })
      pages.push({ ...page, page: origin.length })
    }
  }
  const today = malaysianDay(new Date(uploadedAt))
  const reading = pages.length > 0 ? readPages(pages, { today }) : null
  const unusable = reading === null || isUnreadable(reading)
  const reason = !unusable ? null : damaged ? 'damaged' : 'nothing_found'
  return {
    apply(current, now) {
      const merged = mergeReading(current, reading, origin, { now, unreadableReason: reason })
      return { ...merged, files: merged.files.map((file) => withTurns(file, turns.get(file.id))) }
    },
    text: pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n'),
  }
}

function withTurns(file: ReceiptFile, turns: ReceiptFile['turned'][] = []): ReceiptFile {
  const [turned = file.turned] = turns
  return { ...file, turned, ...(turns.length > 1 && { pageTurns: turns }) }
}

export type ReadReceipt = ReturnType<typeof createReceiptReader>
