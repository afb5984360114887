import { isDeepStrictEqual } from 'node:util'
import type { FieldRules } from '../../reading/field-rules.ts'
import type { PageText } from '../../reading/page-text.ts'
import { type PageReader, type PageTools, type ReadOptions, UnusableFileError } from '../../reading/ports.ts'
import { findIntact } from '../damaged.ts'
import type { PageTexts } from '../files/page-texts.ts'
import { keepPictures } from '../files/thumbnails.ts'
import { withLocal } from '../files/with-local.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptFile } from '../parts.ts'
import type { FileStore, ReceiptStore } from '../ports.ts'
import type { Passwords } from './passwords.ts'
import { type Failure, type FilePages, type ReceiptReading, readingOf } from './reading-of.ts'

export interface ReceiptReaderDeps {
  store: Pick<ReceiptStore, 'find'>
  files: FileStore
  reader: PageReader
  rules: FieldRules
  tools: Pick<PageTools, 'inspect' | 'thumbnail'>
  passwords: Pick<Passwords, 'of'>
  texts: PageTexts
  /** Milliseconds after which no further page of a receipt is begun. Default: 10 minutes. */
  readingMs?: number | undefined
  /** The recorded text of an example's file, by the file's SHA-256, where reading it would cost money. */
  recordedText?: ((sha256: string) => Promise<PageText[] | undefined>) | undefined
}

/** Thirty dense pages take two minutes on a usual machine. */
const READING_MS = 600_000

interface Reading extends Pick<ReadOptions, 'enough'> {
  /** Stops it. */
  signal: AbortSignal
}

/** Reads the unread files of a receipt, and applies the field rules to all its pages together. */
export function createReceiptReader(deps: ReceiptReaderDeps) {
  const { files, reader, tools, passwords, texts, recordedText, readingMs = READING_MS } = deps

  async function readFile(receipt: Receipt, file: ReceiptFile, reading: Reading): Promise<FilePages> {
    const password = file.password && passwords.of(receipt.id)
    if (password !== undefined) return readLocked(receipt, file, { ...reading, password })
    // What was read of it with its password still counts.
    const unlocked = file.password === 'given' ? await texts.get(receipt, file.id) : undefined
    if (unlocked) return { fileId: file.id, pages: unlocked }
    const recorded = receipt.example && !file.area ? await recordedText?.(file.sha256) : undefined
    const pages =
      recorded ?? (await knownText(deps, receipt, file)) ?? (await readStored(receipt, file, reading))
    await texts.put(receipt, file.id, pages)
    return { fileId: file.id, pages }
  }

  const readStored = (receipt: Receipt, { id, pages, area }: ReceiptFile, { signal, enough }: Reading) =>
    withLocal(files, receipt, id, (path) =>
      reader.read(path, signal, { pages, area, enough, person: receipt.userId }),
    )

  /** Its pictures are made too: nothing can show its pages later, without the password. */
  const readLocked = (
    receipt: Receipt,
    { id: fileId }: ReceiptFile,
    { password, signal, enough }: Reading & { password: string },
  ) =>
    withLocal(files, receipt, fileId, async (path): Promise<FilePages> => {
      const person = receipt.userId
      const { pages: count, width, height } = await tools.inspect(path, { password, signal, person })
      const pages = await reader.read(path, signal, { password, pages: count, enough, person })
      await keepPictures({ files, tools }, receipt, { fileId, path, pages: count, password })
      await texts.put(receipt, fileId, pages)
      return { fileId, pages, facts: { pages: count, width, height } }
    })

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
    const reading = { signal, enough: AbortSignal.timeout(readingMs) }
    let failure: Failure = null
    for (const file of receipt.files.filter((f) => f.role === 'receipt')) {
      try {
        const known = receipt.unreadFileIds.includes(file.id) ? undefined : await texts.get(receipt, file.id)
        read.push(known ? { fileId: file.id, pages: known } : await readFile(receipt, file, reading))
        if (!known) onRead(file.id)
      } catch (error) {
        if (!(error instanceof UnusableFileError)) throw error
        failure = isLocked(error) ? 'password' : 'damaged'
      }
    }
    return readingOf(deps.rules, read, { failure, receipt, signal })
  }
}

/**
 * The text of a file, or of a part of its picture, that another of the person's receipts has too: it is not read a
 * second time before the person has said whether both are the same. Undefined where there is none, or where this file was read before, because then the
 * person wants it read again.
 */
async function knownText(
  { store, texts }: Pick<ReceiptReaderDeps, 'store' | 'texts'>,
  receipt: Receipt,
  { id, sha256, area }: ReceiptFile,
): Promise<PageText[] | undefined> {
  const suspects = receipt.duplicateSuspects.filter(({ reasons }) => reasons.includes('same_file'))
  if (suspects.length === 0 || (await texts.get(receipt, id))) return undefined
  for (const suspect of suspects) {
    const other = await findIntact(store, receipt.userId, suspect.id)
    const same = other?.files.find((file) => file.sha256 === sha256 && isDeepStrictEqual(file.area, area))
    const pages = other && same && (await texts.get(other, same.id))
    if (pages) return pages
  }
}

const isLocked = ({ reason }: UnusableFileError) => reason === 'encrypted' || reason === 'wrong_password'

export type ReadReceipt = ReturnType<typeof createReceiptReader>
