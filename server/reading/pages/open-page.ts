import type { PageText } from '../page-text.ts'
import type { GrayImage } from './gray-image.ts'
import { withPdfPage } from './pdf.ts'
import { decodeGray, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'

/** A page either tells its text itself (PDF) or is a picture to read. */
export type OpenPage = { text: PageText } | { picture: GrayImage }

/** The pages of a file, each upright. Rejects with UnusableFileError. */
export async function openPages(path: string): Promise<OpenPage[]> {
  const type = await sniffFile(path)
  if (type !== 'application/pdf') {
    await pictureSize(path, type)
    return [{ picture: await decodeGray(path, type) }]
  }
  return withPdfPage(path, (page) => {
    const text = page.text()
    return [text ? { text } : { picture: page.draw() }]
  })
}
