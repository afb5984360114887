import type { EinvoiceLink } from '../einvoice-link.ts'
import type { PageText } from '../page-text.ts'
import type { PageOptions } from '../ports.ts'
import { findEinvoiceLink } from './einvoice-qr.ts'
import { type PagePicture, pictureOf } from './page-picture.ts'
import { withPdfPage } from './pdf.ts'
import { openGray, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'
import { isDoubtful } from './text-doubt.ts'

/** Pixels of the longer side at which a PDF page with text is rendered to search it for a QR code. */
const LOOK_SIDE = 2000

/** The picture of a page, with the MyInvois link of a QR code on it. */
export interface OpenPicture {
  picture: PagePicture
  link?: EinvoiceLink
}

/** A page has a text layer (PDF), or is a picture that must be read. A text layer in doubt comes with the picture. */
export type PageContent = { text: PageText; doubted?: OpenPicture } | OpenPicture

export interface OpenPage {
  /** The number of pages in the file. */
  pages: number
  content: PageContent
}

/** Opens a page of a file, upright as far as the file says. Rejects with UnusableFileError. */
export async function openPage(
  path: string,
  { page: number = 1, password }: Pick<PageOptions, 'page' | 'password'> = {},
): Promise<OpenPage> {
  const type = await sniffFile(path)
  if (type !== 'application/pdf') {
    const { pages, ...size } = await pictureSize(path, type, { page: number })
    return { pages, content: await withLink(await openGray(path, type, size, number)) }
  }
  return withPdfPage(
    path,
    async (page) => {
      const { pages } = page
      const text = page.text()
      if (!text) return { pages, content: await withLink(pictureOf(page.draw())) }
      const shown = page.draw(LOOK_SIDE)
      const { link } = await withLink(pictureOf(shown))
      const found = { ...text, ...(link && { link }) }
      if (!isDoubtful(text, shown)) return { pages, content: { text: found } }
      const doubted = { picture: pictureOf(page.draw()), ...(link && { link }) }
      return { pages, content: { text: found, doubted } }
    },
    { page: number, password },
  )
}

async function withLink(picture: PagePicture): Promise<OpenPicture> {
  const whole = await picture.whole()
  // If the search itself fails, the receipt only lacks its link.
  const link = await findEinvoiceLink(whole).catch(() => undefined)
  return { picture, ...(link && { link }) }
}
