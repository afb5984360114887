import sharp from 'sharp'
import { withPdfPage } from './pdf.ts'
import { pictureSize, pictureThumbnail } from './picture.ts'
import { sniffFile } from './sniff.ts'

/** Renders the first page as a WebP of at most `size` pixels per side. Rejects with UnusableFileError. */
export async function makeThumbnail(path: string, size: number): Promise<Buffer> {
  const type = await sniffFile(path)
  if (type !== 'application/pdf') {
    await pictureSize(path, type)
    return pictureThumbnail(path, type, size)
  }
  const { data, width, height } = await withPdfPage(path, (page) => page.draw(size))
  return sharp(data, { raw: { width, height, channels: 1 } })
    .webp({ quality: 75 })
    .toBuffer()
}
