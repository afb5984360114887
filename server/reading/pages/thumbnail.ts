import sharp from 'sharp'
import type { PageOptions } from '../ports.ts'
import { MAX_KEPT_PAGES } from './limits.ts'
import { withPdfPage } from './pdf.ts'
import { pictureSize, pictureThumbnail } from './picture.ts'
import { sniffFile } from './sniff.ts'

/** Renders a page as a WebP of at most `size` pixels per side. Rejects with UnusableFileError. */
export async function makeThumbnail(
  path: string,
  size: number,
  { page, password }: Pick<PageOptions, 'page' | 'password'> = {},
): Promise<Buffer> {
  const type = await sniffFile(path)
  const most = MAX_KEPT_PAGES
  if (type !== 'application/pdf') {
    await pictureSize(path, type, { page, most })
    return pictureThumbnail(path, type, { size, page })
  }
  const { data, width, height } = await withPdfPage(path, (opened) => opened.draw(size), {
    page,
    password,
    most,
  })
  return sharp(data, { raw: { width, height, channels: 1 } })
    .webp({ quality: 75 })
    .toBuffer()
}
