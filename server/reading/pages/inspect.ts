import type { FileFacts, FileUse } from '../ports.ts'
import { MAX_KEPT_PAGES, MAX_PAGES } from './limits.ts'
import { withPdfPage } from './pdf.ts'
import { decodeToTheEnd, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'

/**
 * What a file is, its limits checked and its content (of several pages the first) decoded to the end.
 * Rejects with UnusableFileError.
 */
export async function inspectFile(path: string, use: FileUse = 'read'): Promise<FileFacts> {
  const most = use === 'kept' ? MAX_KEPT_PAGES : MAX_PAGES
  const type = await sniffFile(path)
  if (type === 'application/pdf') {
    const { pages, width, height } = await withPdfPage(path, (page) => page, most)
    return { type, pages, width, height }
  }
  const size = await pictureSize(path, type, most)
  await decodeToTheEnd(path, type)
  return { type, ...size }
}
