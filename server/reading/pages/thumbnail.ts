import sharp from 'sharp'
import type { PageOptions } from '../ports.ts'
import { MAX_KEPT_PAGES } from './limits.ts'
import { pixelsOf } from './page-picture.ts'
import { withPdfPage } from './pdf.ts'
import { pictureSize, pictureThumbnail } from './picture.ts'
import { sniffFile } from './sniff.ts'

/** Renders a page, or a part of it, as a WebP of at most `size` pixels per side. Rejects with UnusableFileError. */
export async function makeThumbnail(
  path: string,
  size: number,
  { page, password, area }: Pick<PageOptions, 'page' | 'password' | 'area'> = {},
): Promise<Buffer> {
  const type = await sniffFile(path)
  const most = MAX_KEPT_PAGES
  if (type !== 'application/pdf') {
    const whole = await pictureSize(path, type, { page, most })
    return pictureThumbnail(path, type, { size, page, part: area && { whole, area: pixelsOf(area, whole) } })
  }
  const finer = area ? 1 / Math.max(area.width, area.height) : 1
  const drawn = await withPdfPage(path, (opened) => opened.draw(size * finer), { page, password, most })
  const { data, width, height } = drawn
  const picture = sharp(data, { raw: { width, height, channels: 1 } })
  return (area ? picture.extract(pixelsOf(area, drawn)) : picture).webp({ quality: 75 }).toBuffer()
}
