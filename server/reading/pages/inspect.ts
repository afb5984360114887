import { isConsolidated } from '../fields/consolidated.ts'
import { type FileFacts, type FileUse, UnusableFileError } from '../ports.ts'
import { consolidated } from '../ubl/refusals.ts'
import { MAX_KEPT_PAGES, MAX_PAGES } from './limits.ts'
import { type PdfPage, withPdfPage } from './pdf.ts'
import { decodeToTheEnd, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'

/**
 * Determines a file's type and size, checks its limits and decodes its first page to the end, so that a damaged file
 * is refused before it is kept. Rejects with UnusableFileError.
 */
export async function inspectFile(
  path: string,
  use: FileUse = 'read',
  password?: string,
): Promise<FileFacts> {
  const most = use === 'kept' ? MAX_KEPT_PAGES : MAX_PAGES
  const type = await sniffFile(path)
  if (type === 'application/pdf') {
    const opened = await withPdfPage(
      path,
      (page) => ({ ...page, isRefused: use === 'read' && isRefused(page) }),
      {
        most,
        password,
      },
    ).catch(orLocked)
    if (opened !== 'locked' && opened.isRefused) throw consolidated()
    return opened === 'locked'
      ? { type, pages: 1, width: 0, height: 0, locked: true }
      : { type, pages: opened.pages, width: opened.width, height: opened.height }
  }
  const size = await pictureSize(path, type, { most })
  await decodeToTheEnd(path, type)
  return { type, ...size }
}

/** The first page of an e-invoice says to whom it was made out. */
function isRefused(page: PdfPage): boolean {
  const text = page.text()
  return text !== null && isConsolidated([text])
}

/** A PDF with a password is no damaged file: its owner may know the password. */
function orLocked(error: unknown): 'locked' {
  if (error instanceof UnusableFileError && error.reason === 'encrypted') return 'locked'
  throw error
}
