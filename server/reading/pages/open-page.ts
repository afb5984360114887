import type { EinvoiceLink } from '../einvoice-link.ts'
import type { PageText } from '../page-text.ts'
import { findEinvoiceLink } from './einvoice-qr.ts'
import type { GrayImage } from './gray-image.ts'
import { withPdfPage } from './pdf.ts'
import { decodeGray, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'

/** Pixels of the longer side at which a page that tells its text is drawn to look for a QR code. */
const LOOK_SIDE = 2000

/** A page either tells its text itself (PDF) or is a picture to read. */
export type OpenPage = { text: PageText } | { picture: GrayImage; link?: EinvoiceLink }

/** The pages of a file, each upright. Rejects with UnusableFileError. */
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
  // A code that cannot even be looked for costs the receipt nothing but its link.
  const link = await findEinvoiceLink(picture).catch(() => undefined)
  return { picture, ...(link && { link }) }
}
