import sharp from 'sharp'
import type { RenderedPage } from '../ports.ts'
import type { GrayImage } from './gray-image.ts'
import { openPages } from './open-page.ts'

/** Amazon Textract quotas: bytes of a picture that is sent along, and pixels of a side. */
const MOST_BYTES = 5_000_000
const LONGEST_SIDE = 10_000
/** Finer prints are no clearer, only larger; an A4 page at 400 dpi. */
const MOST_PIXELS = 16_000_000
const QUALITY = 88

/** The pages of a file as PageTools.render gives them. Rejects with UnusableFileError. */
export async function renderPages(path: string): Promise<RenderedPage[]> {
  const pages: RenderedPage[] = []
  for (const content of await openPages(path)) {
    if ('text' in content) pages.push(content)
    else {
      const { picture, ...rest } = content
      const { width, height } = picture
      pages.push({ jpeg: await toJpeg(picture), width, height, ...rest })
    }
  }
  return pages
}

async function toJpeg({ data, width, height }: GrayImage): Promise<Buffer> {
  let scale = Math.min(1, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)))
  for (;;) {
    const jpeg = await sharp(data, { raw: { width, height, channels: 1 } })
      .resize(Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale)), {
        fit: 'fill',
      })
      .jpeg({ quality: QUALITY })
      .toBuffer()
    if (jpeg.length < MOST_BYTES) return jpeg
    scale *= 0.8
  }
}
