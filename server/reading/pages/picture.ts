import sharp, { type Sharp } from 'sharp'
import { type FileType, UnusableFileError } from '../ports.ts'
import type { GrayImage, PixelArea } from './gray-image.ts'
import { withHeicPicture } from './heic.ts'
import {
  MAX_PAGES,
  MAX_PIXELS,
  MAX_PIXELS_AROUND_PART,
  MAX_PIXELS_BY_ROWS,
  MAX_SIDE,
  tooManyPages,
} from './limits.ts'
import { type PagePicture, pictureIn, pictureOf } from './page-picture.ts'
import { resizeArea } from './resize.ts'
import { isDecodedByRows } from './row-by-row.ts'

// Each process works on one picture at a time, and never on the same one again.
sharp.concurrency(1)
sharp.cache(false)

/** @param page from 1; of anything but a TIFF there is only the first, also of an animation */
async function openPicture(path: string, type: FileType, page = 1): Promise<Sharp> {
  if (type !== 'image/heic') {
    // pictureSize has told apart what needs memory for each pixel.
    const options = { failOn: 'error', limitInputPixels: MAX_PIXELS_BY_ROWS, sequentialRead: true } as const
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
      `the picture has ${width} x ${height} pixels; at most ${maxPixels / 1e6} megapixels are read` +
        (maxPixels < MAX_PIXELS_BY_ROWS
          ? `, and ${MAX_PIXELS_BY_ROWS / 1e6} of a plain JPEG or PNG: save it as a JPEG that is not progressive`
          : ': save it smaller'),
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
  const maxPixels = (await isDecodedByRows(path, header)) ? MAX_PIXELS_BY_ROWS : MAX_PIXELS
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
    async part(area, width, height) {
      const most = type === 'image/webp' ? MAX_PIXELS_AROUND_PART : Number.POSITIVE_INFINITY
      const scaled = partScaled(size, area, { width, height }, most)
      const cut = await gray((picture) => cutOut(picture, scaled))
      return scaled.part.width === width && scaled.part.height === height
        ? cut
        : resizeArea(cut, { ...cut, left: 0, top: 0 }, width, height)
    },
  })
}

interface Scaled {
  whole: { width: number; height: number }
  part: PixelArea
}

/**
 * Where a part of a picture lies once the picture is scaled so that the part has the size wanted, or a smaller one where
 * the whole would have more than `most` pixels.
 */
function partScaled(
  size: { width: number; height: number },
  area: PixelArea,
  wanted: { width: number; height: number },
  most: number,
): Scaled {
  const pixels = size.width * size.height * (wanted.width / area.width) * (wanted.height / area.height)
  const by = Math.min(1, Math.sqrt(most / pixels))
  const [width, height] = [
    Math.max(1, Math.round(wanted.width * by)),
    Math.max(1, Math.round(wanted.height * by)),
  ]
  const [across, down] = [width / area.width, height / area.height]
  const whole = { width: Math.round(size.width * across), height: Math.round(size.height * down) }
  const left = Math.min(whole.width - width, Math.round(area.left * across))
  const top = Math.min(whole.height - height, Math.round(area.top * down))
  return { whole, part: { left, top, width, height } }
}

/** Resizes the picture as a whole and cuts then, of which only the part is computed: a part cut first is decoded in full. */
const cutOut = (picture: Sharp, { whole, part }: Scaled) =>
  picture.resize(whole.width, whole.height, { fit: 'fill', kernel: 'lanczos2' }).extract(part)

/** A part of an upright picture of this size. */
interface PartOfPicture {
  whole: { width: number; height: number }
  area: PixelArea
}

const inside = (picture: Sharp, size: number) =>
  picture.resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })

function thumbnailOf({ whole, area }: PartOfPicture, size: number): Scaled {
  const by = Math.min(1, size / Math.max(area.width, area.height))
  const [width, height] = [
    Math.max(1, Math.round(area.width * by)),
    Math.max(1, Math.round(area.height * by)),
  ]
  return partScaled(whole, area, { width, height }, Number.POSITIVE_INFINITY)
}

/** An upright WebP of a picture, or of a part of it, of at most `size` pixels per side. */
export async function pictureThumbnail(
  path: string,
  type: FileType,
  { size, page = 1, part }: { size: number; page?: number | undefined; part?: PartOfPicture | undefined },
): Promise<Buffer> {
  const upright = (await openPicture(path, type, page)).autoOrient()
  return (part ? cutOut(upright, thumbnailOf(part, size)) : inside(upright, size))
    .flatten({ background: 'white' })
    .webp({ quality: 75 })
    .toBuffer()
    .catch((error: unknown) => {
      throw damaged(error)
    })
}
