import type { FileFacts } from '../ports.ts'
import { withPdfPage } from './pdf.ts'
import { decodeToTheEnd, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'

/** What a file is, its limits checked and its content decoded to the end. Rejects with UnusableFileError. */
export async function inspectFile(path: string): Promise<FileFacts> {
  const type = await sniffFile(path)
  if (type === 'application/pdf') {
    const { width, height } = await withPdfPage(path, (page) => page)
    return { type, pages: 1, width, height }
  }
  const size = await pictureSize(path, type)
  await decodeToTheEnd(path, type)
  return { type, ...size }
}
