import sharp from 'sharp'
import type { GrayImage, PixelArea } from './gray-image.ts'

/** Cuts an area out of a picture and resizes it. */
export async function resizeArea(
  image: GrayImage,
  area: PixelArea,
  width: number,
  height: number,
): Promise<GrayImage> {
  const { data, info } = await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 1 },
  })
    .extract(area)
    .resize(width, height, { fit: 'fill', kernel: width < area.width ? 'lanczos2' : 'cubic' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}
