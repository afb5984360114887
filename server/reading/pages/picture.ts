import sharp, { type Sharp } from 'sharp'
import { type FileType, UnusableFileError } from '../ports.ts'
import type { GrayImage, PixelArea } from './gray-image.ts'
import { withHeicPicture } from './heic.ts'
import { MAX_PAGES, MAX_PIXELS, MAX_PIXELS_OF_JPEG, MAX_SIDE, tooManyPages } from './limits.ts'
import { type PagePicture, pictureIn, pictureOf } from './page-picture.ts'

// Each process works on one picture at a time, and never on the same one again.
sharp.concurrency(1)
sharp.cache(false)

/** @param page from 1; of anything but a TIFF there is only the first, also of an animation */
async function openPicture(path: string, type: FileType, page = 1): Promise<Sharp> {
  if (type !== 'image/heic') {
    // pictureSize has told the kinds of JPEG apart.
    const limitInputPixels = type === 'image/jpeg' ? MAX_PIXELS_OF_JPEG : MAX_PIXELS
    const options = { failOn: 'error', limitInputPixels, sequentialRead: true } as const
    return sharp(path, type === 'image/tiff' ? { ...options, page: page - 1 } : options)
  }
  // The libheif in sharp has no HEVC decoder.
  const { data, ...raw } = await withHeicPicture(path, (picture) => picture.decode())
  return sharp(data, { raw })
}

const damaged = (cause: unknown) =>
  new UnusableFileError('damaged', 'the picture is damaged or ends early', { cause })

interface PictureSize {
  pages: number
  width: number
  height: number
}

interface LimitedSize extends PictureSize {
  maxPixels: number
}

/** The number of pages and the pixels of the upright picture, from the header alone. Nothing is decoded. */
export async function pictureSize(
  path: string,
  type: FileType,
  { page = 1, most = MAX_PAGES }: { page?: number | undefined; most?: number } = {},
): Promise<PictureSize> {
  const { pages, width, height, maxPixels } =
    type === 'image/heic' ? await heicSize(path) : await sharpSize(path, type, page)
  if (pages > most) throw tooManyPages(pages, most)
  if (width * height > maxPixels || Math.max(width, height) > MAX_SIDE) {
    throw new UnusableFileError(
      'too_many_pixels',
      `the picture has ${width} x ${height} pixels; at most ${maxPixels / 1e6} megapixels are read`,
    )
  }
  return { pages, width, height }
}

async function sharpSize(path: string, type: FileType, page: number): Promise<LimitedSize> {
  const isTiff = type === 'image/tiff'
  const header = await sharp(path, { limitInputPixels: false, ...(isTiff && { page: page - 1 }) })
    .metadata()
    .catch((error: unknown) => {
      throw damaged(error)
    })
  const isRowByRow = header.format === 'jpeg' && !header.isProgressive
  const maxPixels = isRowByRow ? MAX_PIXELS_OF_JPEG : MAX_PIXELS
  return { pages: isTiff ? (header.pages ?? 1) : 1, ...header.autoOrient, maxPixels }
}

const heicSize = (path: string): Promise<LimitedSize> =>
  withHeicPicture(path, ({ width, height }) => ({ pages: 1, width, height, maxPixels: MAX_PIXELS }))

/** Rejects with UnusableFileError `damaged` unless every pixel can be decoded. */
export async function decodeToTheEnd(path: string, type: FileType): Promise<void> {
  const picture = await openPicture(path, type)
  await picture
    .resize(8, 8, { fit: 'fill' })
    .raw()
    .toBuffer()
    .catch((error: unknown) => {
      throw damaged(error)
    })
}

/** The upright picture in grayscale on white. Call pictureSize first: it enforces the limits. */
export async function openGray(
  path: string,
  type: FileType,
  size: { width: number; height: number },
  page = 1,
): Promise<PagePicture> {
  const gray = async (refine: (picture: Sharp) => Sharp): Promise<GrayImage> => {
    const upright = (await openPicture(path, type, page)).autoOrient()
    const { data, info } = await refine(upright)
      .flatten({ background: 'white' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
      .catch((error: unknown) => {
        throw damaged(error)
      })
    if (info.channels !== 1) throw new Error(`a gray picture came with ${info.channels} channels`)
    return { width: info.width, height: info.height, data }
  }
  // Decoding HEIC takes seconds, so it is done once, whatever its size.
  if (type === 'image/heic') return pictureOf(await gray((picture) => picture))
  return pictureIn(size, {
    whole: (width, height) =>
      gray((picture) =>
        width === size.width && height === size.height
          ? picture
          : picture.resize(width, height, { fit: 'fill', kernel: 'linear' }),
      ),
    part(area, width, height) {
      // Resized as a whole and cut then, of which only the part is computed: a part cut first is decoded in full.
      const [across, down] = [width / area.width, height / area.height]
      const [wholeWidth, wholeHeight] = [Math.round(size.width * across), Math.round(size.height * down)]
      const left = Math.min(wholeWidth - width, Math.round(area.left * across))
      const top = Math.min(wholeHeight - height, Math.round(area.top * down))
      return gray((picture) =>
        picture
          .resize(wholeWidth, wholeHeight, { fit: 'fill', kernel: 'lanczos2' })
          .extract({ left, top, width, height }),
      )
    },
  })
}

/** An upright WebP of a picture, or of a part of it, of at most `size` pixels per side. */
export async function pictureThumbnail(
  path: string,
  type: FileType,
  { size, page = 1, part }: { size: number; page?: number | undefined; part?: PixelArea | undefined },
): Promise<Buffer> {
  const upright = (await openPicture(path, type, page)).autoOrient()
  return (part ? upright.extract(part) : upright)
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .webp({ quality: 75 })
    .toBuffer()
    .catch((error: unknown) => {
      throw damaged(error)
    })
}
