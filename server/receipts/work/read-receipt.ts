import { malaysianDay } from '../../malaysian-time.ts'
import { isUnreadable } from '../../reading/fields/index.ts'
import type { PageText } from '../../reading/page-text.ts'
import {
  type FileFacts,
  type PageReader,
  type PageTools,
  ReaderFailedError,
  UnusableFileError,
} from '../../reading/ports.ts'
import { readPages } from '../../reading/read-pages.ts'
import { findIntact } from '../damaged.ts'
import { originalKey } from '../files/keys.ts'
import type { PageTexts } from '../files/page-texts.ts'
import { keepPictures } from '../files/thumbnails.ts'
import { mergeReading, type PageOrigin } from '../merge-reading.ts'
import type { Receipt } from '../model.ts'
import type { FileProblem, ReceiptFile } from '../parts.ts'
import type { FileStore, ReceiptStore } from '../ports.ts'
import type { Passwords } from './passwords.ts'

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
  /** Of a locked file that was opened with its password. */
  facts?: Pick<FileFacts, 'pages' | 'width' | 'height'>
}

export interface ReceiptReaderDeps {
  store: Pick<ReceiptStore, 'find'>
  files: FileStore
  reader: PageReader
  tools: Pick<PageTools, 'inspect' | 'thumbnail'>
  passwords: Pick<Passwords, 'of'>
  texts: PageTexts
  /** The recorded text of an example's file, by the file's SHA-256, where reading it would cost money. */
  recordedText?: ((sha256: string) => Promise<PageText[] | undefined>) | undefined
}

/** Reads the unread files of a receipt, and applies the field rules to all its pages together. */
export function createReceiptReader(deps: ReceiptReaderDeps) {
  const { files, reader, tools, passwords, texts, recordedText } = deps

  async function readFile(receipt: Receipt, file: ReceiptFile, signal: AbortSignal): Promise<FilePages> {
    const password = file.password && passwords.of(receipt.id)
    if (password !== undefined) return readLocked(receipt, file, { password, signal })
    // What was read of it with its password still counts.
    const unlocked = file.password === 'given' ? await texts.get(receipt, file.id) : undefined
    if (unlocked) return { fileId: file.id, pages: unlocked }
    const recorded = receipt.example ? await recordedText?.(file.sha256) : undefined
    const pages =
      recorded ?? (await knownText(deps, receipt, file)) ?? (await readStored(receipt, file.id, signal))
    await texts.put(receipt, file.id, pages)
    return { fileId: file.id, pages }
  }

  const readStored = (receipt: Receipt, fileId: string, signal: AbortSignal) =>
    withLocal(receipt, fileId, (path) => reader.read(path, signal))

  /** Its pictures are made too: nothing can show its pages later, without the password. */
  const readLocked = (
    receipt: Receipt,
    { id: fileId }: ReceiptFile,
    { password, signal }: { password: string; signal: AbortSignal },
  ) =>
    withLocal(receipt, fileId, async (path): Promise<FilePages> => {
      const { pages: count, width, height } = await tools.inspect(path, { password, signal })
      const pages = await reader.read(path, signal, password)
      await keepPictures({ files, tools }, receipt, { fileId, path, pages: count, password })
      await texts.put(receipt, fileId, pages)
      return { fileId, pages, facts: { pages: count, width, height } }
    })

  async function withLocal<T>(
    receipt: Receipt,
    fileId: string,
    use: (path: string) => Promise<T>,
  ): Promise<T> {
    const local = await files.local(originalKey(receipt.userId, receipt.id, fileId))
    if (!local) throw new ReaderFailedError('the file is not in the store')
    try {
      return await use(local.path)
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
    let failure: Failure = null
    for (const file of receipt.files.filter((f) => f.role === 'receipt')) {
      try {
        const known = receipt.unreadFileIds.includes(file.id) ? undefined : await texts.get(receipt, file.id)
        read.push(known ? { fileId: file.id, pages: known } : await readFile(receipt, file, signal))
        if (!known) onRead(file.id)
      } catch (error) {
        if (!(error instanceof UnusableFileError)) throw error
        failure = isLocked(error) ? 'password' : 'damaged'
      }
    }
    return readingOf(read, { failure, uploadedAt: receipt.createdAt })
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

/** Why a file could not be read at all; null: all were read. */
type Failure = 'damaged' | 'password' | null

const isLocked = ({ reason }: UnusableFileError) => reason === 'encrypted' || reason === 'wrong_password'

export interface ReadingFacts {
  /** Why a file could not be read at all. */
  failure: Failure
  /** Its day in Malaysia is *today* for the rules: a receipt of a later day is unlikely. */
  uploadedAt: string
}

/** Applies the field rules to all pages together. */
export function readingOf(read: FilePages[], { failure, uploadedAt }: ReadingFacts): ReceiptReading {
  const pages: PageText[] = []
  const origin: PageOrigin = []
  const turns = new Map<string, ReceiptFile['turned'][]>()
  const problems = new Map<string, FileProblem[]>()
  for (const { fileId, pages: ofFile } of read) {
    turns.set(
      fileId,
      ofFile.map((page) => page.turned ?? 0),
    )
    problems.set(fileId, problemsOf(ofFile))
    for (const page of ofFile) {
      origin.push({ fileId, page: page.page })
      pages.push({ ...page, page: origin.length })
    }
  }
  const today = malaysianDay(new Date(uploadedAt))
  const reading = pages.length > 0 ? readPages(pages, { today }) : null
  const unusable = reading === null || isUnreadable(reading)
  const reason = unusable ? (failure ?? 'nothing_found') : null
  const opened = new Map(read.map(({ fileId, facts }) => [fileId, facts]))
  return {
    apply(current, now) {
      const merged = mergeReading(current, reading, origin, { now, unreadableReason: reason })
      const seen = (file: ReceiptFile) =>
        withProblems(
          withFacts(withTurns(file, turns.get(file.id)), opened.get(file.id)),
          problems.get(file.id),
        )
      return { ...merged, files: merged.files.map(seen) }
    },
    text: pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n'),
  }
}

function withTurns(file: ReceiptFile, turns: ReceiptFile['turned'][] = []): ReceiptFile {
  const [turned = file.turned] = turns
  return { ...file, turned, ...(turns.length > 1 && { pageTurns: turns }) }
}

const withFacts = (file: ReceiptFile, facts: FilePages['facts']): ReceiptFile =>
  facts ? { ...file, ...facts, password: 'given' } : file

function problemsOf(pages: PageText[]): FileProblem[] {
  const found = pages.flatMap((page) => page.problems ?? [])
  const isOfSeveral = pages.some(({ receipts = [] }) => receipts.length > 1)
  return [...new Set<FileProblem>(isOfSeveral ? [...found, 'several_receipts'] : found)]
}

/** A file that was not read this time keeps what was found before. */
function withProblems({ problems: before, ...file }: ReceiptFile, problems = before ?? []): ReceiptFile {
  return { ...file, ...(problems.length > 0 && { problems }) }
}

export type ReadReceipt = ReturnType<typeof createReceiptReader>
