import sharp from 'sharp'
import type { PageOptions, RenderedPage, RenderedPicture } from '../ports.ts'
import { type OpenPicture, openPage } from './open-page.ts'
import type { PagePicture } from './page-picture.ts'

/** Amazon Textract quotas: bytes of a picture sent in a request, and pixels per side. */
const MOST_BYTES = 5_000_000
const LONGEST_SIDE = 10_000
/** An A4 page at 400 dpi. More pixels make the file larger, not clearer. */
const MOST_PIXELS = 16_000_000
const QUALITY = 88

/** Implements PageTools.render. Rejects with UnusableFileError. */
export async function renderPage(
  path: string,
  options: Pick<PageOptions, 'page' | 'password' | 'area'>,
): Promise<RenderedPage> {
  const { pages, content } = await openPage(path, options)
  if (!('text' in content)) return { pages, content: { picture: await renderPicture(content) } }
  const { text, doubted } = content
  return { pages, content: { text, ...(doubted && { picture: await renderPicture(doubted) }) } }
}

async function renderPicture({ picture, link, whole }: OpenPicture): Promise<RenderedPicture> {
  const { width, height } = picture
  return { jpeg: await toJpeg(picture), width, height, ...(link && { link }), ...(whole && { whole }) }
}

async function toJpeg(picture: PagePicture): Promise<Buffer> {
  const { width, height } = picture
  let scale = Math.min(1, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)))
  for (;;) {
    const [across, down] = [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))]
    const { data } = await picture.cut({ left: 0, top: 0, width, height }, across, down)
    const jpeg = await sharp(data, { raw: { width: across, height: down, channels: 1 } })
      .jpeg({ quality: QUALITY })
      .toBuffer()
    if (jpeg.length < MOST_BYTES) return jpeg
    scale *= 0.8
  }
}
