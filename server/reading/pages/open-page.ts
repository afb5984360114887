import type { EinvoiceLink } from '../einvoice-link.ts'
import type { PageText } from '../page-text.ts'
import { findEinvoiceLink } from './einvoice-qr.ts'
import type { GrayImage } from './gray-image.ts'
import { withPdfPage } from './pdf.ts'
import { decodeGray, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'

/** Pixels of the longer side at which a PDF page with text is rendered to search it for a QR code. */
const LOOK_SIDE = 2000

/** A page has a text layer (PDF), or is a picture that must be read. */
export type OpenPage = { text: PageText } | { picture: GrayImage; link?: EinvoiceLink }

/** Opens the pages of a file, upright as far as the file says. Rejects with UnusableFileError. */
export async function openPages(path: string): Promise<OpenPage[]> {
  const type = await sniffFile(path)
  if (type !== 'application/pdf') {
    await pictureSize(path, type)
    return [await withLink(await decodeGray(path, type))]
  }
  return withPdfPage(path, async (page) => {
    const text = page.text()
    if (!text) return [await withLink(page.draw())]
    const { link } = await withLink(page.draw(LOOK_SIDE))
    return [{ text: { ...text, ...(link && { link }) } }]
  })
}

async function withLink(picture: GrayImage) {
  // If the search itself fails, the receipt only lacks its link.
  const link = await findEinvoiceLink(picture).catch(() => undefined)
  return { picture, ...(link && { link }) }
}
