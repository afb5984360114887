import { malaysianDay } from '../../malaysian-time.ts'
import { asFileShows } from '../../reading/area.ts'
import type { FieldRules } from '../../reading/field-rules.ts'
import type { Box, PageText } from '../../reading/page-text.ts'
import type { FileFacts } from '../../reading/ports.ts'
import { mergeReading, type PageOrigin, preciseBox } from '../merge-reading.ts'
import type { Receipt } from '../model.ts'
import type { FileProblem, ReceiptFile } from '../parts.ts'

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

/** Why a file could not be read at all; null: all were read. */
export type Failure = 'damaged' | 'password' | 'consolidated' | null

export interface ReadingFacts {
  /** Why a file could not be read at all. */
  failure: Failure
  receipt: Pick<Receipt, 'userId' | 'createdAt'>
  /** Stops it. */
  signal?: AbortSignal
}

/** Applies the field rules to all pages together. The day of the upload is *today* for them. */
export async function readingOf(
  rules: FieldRules,
  read: FilePages[],
  { failure, receipt: { userId, createdAt }, signal }: ReadingFacts,
): Promise<ReceiptReading> {
  const ruled = await rules.apply(
    read.map(({ pages }) => pages),
    { today: malaysianDay(new Date(createdAt)), signal, person: userId },
  )
  const pages: PageText[] = []
  const origin: PageOrigin = []
  const seen = new Map<string, Seen>()
  let refused: Failure = failure
  for (const [index, { fileId, pages: ofFile, facts }] of read.entries()) {
    const { isEvidence = true, receipts = [] } = ruled.files[index] ?? {}
    const apart = ofFile.map((page, at) => ({ ...page, receipts: receipts[at] }))
    seen.set(fileId, { ...seenOn(apart, isEvidence), ...(facts && { facts }) })
    if (!isEvidence) refused ??= 'consolidated'
    for (const page of isEvidence ? ofFile : []) {
      origin.push({ fileId, page: page.page })
      pages.push(page)
    }
  }
  const reason = ruled.isUnreadable ? (refused ?? 'nothing_found') : null
  return {
    apply(current, now) {
      const merged = mergeReading(current, ruled.reading, origin, { now, unreadableReason: reason })
      return { ...merged, files: merged.files.map((file) => withSeen(file, seen.get(file.id))) }
    },
    text: pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n'),
  }
}

/** What a reading saw of a file beside its text. */
interface Seen {
  turns: ReceiptFile['turned'][]
  problems: FileProblem[]
  receipts: Box[]
  unreadPages: number[]
  facts?: FilePages['facts']
}

type Apart = Omit<PageText, 'receipts'> & { receipts: Box[] | undefined }

function seenOn(pages: Apart[], isEvidence: boolean): Seen {
  const [several] = pages.filter(({ receipts = [] }) => receipts.length > 1)
  const unreadPages = pages.filter(({ unread }) => unread).map(({ page }) => page)
  const problems = pages.flatMap((page) => page.problems ?? [])
  return {
    turns: pages.map((page) => page.turned ?? 0),
    problems: [
      ...new Set<FileProblem>([
        ...problems,
        ...(several ? ['several_receipts' as const] : []),
        ...(unreadPages.length > 0 ? ['unread_pages' as const] : []),
        ...(isEvidence ? [] : ['consolidated' as const]),
      ]),
    ],
    // A part of a page is read from a file of one page.
    receipts:
      several && pages.length === 1 ? (several.receipts ?? []).map((area) => asFileShows(area, several)) : [],
    unreadPages,
  }
}

/** A file that was not read this time keeps what was found before. */
function withSeen(file: ReceiptFile, seen: Seen | undefined): ReceiptFile {
  if (!seen) return file
  const { problems: _problems, receipts: _receipts, unreadPages: _unread, ...rest } = file
  const { turns, problems, receipts, unreadPages, facts } = seen
  const [turned = file.turned] = turns
  return {
    ...rest,
    turned,
    ...(turns.length > 1 && { pageTurns: turns }),
    ...(facts && { ...facts, password: 'given' as const }),
    ...(problems.length > 0 && { problems }),
    ...(receipts.length > 0 && { receipts: receipts.map(preciseBox) }),
    ...(unreadPages.length > 0 && { unreadPages }),
  }
}
