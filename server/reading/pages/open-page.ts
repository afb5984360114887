import { textWithin } from '../area.ts'
import type { EinvoiceLink } from '../einvoice-link.ts'
import type { Box, PageText } from '../page-text.ts'
import type { PageOptions } from '../ports.ts'
import { findEinvoiceLink } from './einvoice-qr.ts'
import { type PagePicture, partOf, pictureOf, pixelsOf } from './page-picture.ts'
import { withPdfPage } from './pdf.ts'
import type { PageSize } from './pdf-geometry.ts'
import { openGray, pictureSize } from './picture.ts'
import { sniffFile } from './sniff.ts'
import { isDoubtful } from './text-doubt.ts'

/** Pixels of the longer side at which a PDF page with text is rendered to search it for a QR code. */
const LOOK_SIDE = 2000

/** The picture of a page or of a part of it, with the MyInvois link of a QR code on it. */
export interface OpenPicture {
  picture: PagePicture
  link?: EinvoiceLink
  /** The size of the whole page where the picture is a part of it. */
  whole?: PageSize
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
  { page: number = 1, password, area }: Pick<PageOptions, 'page' | 'password' | 'area'> = {},
): Promise<OpenPage> {
  const type = await sniffFile(path)
  if (type !== 'application/pdf') {
    const { pages, ...size } = await pictureSize(path, type, { page: number })
    return { pages, content: await shown(await openGray(path, type, size, number), area) }
  }
  return withPdfPage(
    path,
    async (page) => {
      const { pages } = page
      const text = page.text()
      if (!text) return { pages, content: await shown(pictureOf(page.draw()), area) }
      const look = page.draw(LOOK_SIDE)
      const { link } = await shown(pictureOf(look), area)
      const found = { ...(area ? textWithin(text, area) : text), ...(link && { link }) }
      if (!isDoubtful(text, look)) return { pages, content: { text: found } }
      const doubted = { ...partIn(pictureOf(page.draw()), area), ...(link && { link }) }
      return { pages, content: { text: found, doubted } }
    },
    { page: number, password },
  )
}

/** The part of a page to look at, with the link of a QR code on it. */
async function shown(page: PagePicture, area: Box | undefined): Promise<OpenPicture> {
  const part = partIn(page, area)
  const image = await part.picture.whole()
  // If the search itself fails, the receipt only lacks its link.
  const link = await findEinvoiceLink(image).catch(() => undefined)
  return { ...part, ...(link && { link }) }
}

const partIn = (page: PagePicture, area: Box | undefined): Pick<OpenPicture, 'picture' | 'whole'> =>
  area
    ? { picture: partOf(page, pixelsOf(area, page)), whole: { width: page.width, height: page.height } }
    : { picture: page }
