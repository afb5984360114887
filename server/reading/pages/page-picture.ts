import type { Box } from '../page-text.ts'
import type { GrayImage, PixelArea } from './gray-image.ts'
import { resizeArea } from './resize.ts'
import { turn } from './turn.ts'

/** The picture of a page, upright as far as its file says, decoded as finely as it is looked at. */
export interface PagePicture {
  /** Pixels of the whole picture. */
  width: number
  height: number
  /** The whole picture, which a large one is reduced to: at most MOST_PIXELS_AT_ONCE. */
  whole(): Promise<GrayImage>
  /** A part of the picture, in pixels of it, resized to `width` x `height`. */
  cut(area: PixelArea, width: number, height: number): Promise<GrayImage>
}

/** Pixels that are decoded at once, a byte each: a phone's usual photograph. */
export const MOST_PIXELS_AT_ONCE = 13_000_000

/** A picture that is in memory already. */
export function pictureOf(image: GrayImage): PagePicture {
  return {
    width: image.width,
    height: image.height,
    whole: async () => image,
    cut: (area, width, height) => resizeArea(image, area, width, height),
  }
}

/** Decodes a picture, the whole of it reduced to `width` x `height`, or a part of it resized so. */
export interface Decoder {
  whole(width: number, height: number): Promise<GrayImage>
  part(area: PixelArea, width: number, height: number): Promise<GrayImage>
}

/** A reduced copy this much coarser than what is wanted of it will do. */
const CLOSE = 1.1

/**
 * A picture in a file. It is decoded once if it is not large; of a larger one a reduced copy shows where the receipt
 * is, and only if that part is too coarse in it the file is decoded again.
 */
export function pictureIn(
  { width, height }: { width: number; height: number },
  decode: Decoder,
): PagePicture {
  // A JPEG decodes to a quarter or an eighth in a fraction of the time, but to a half hardly faster than as a whole.
  let by = 1
  while ((width * height) / by ** 2 > MOST_PIXELS_AT_ONCE) by = Math.max(4, 2 * by)
  let reduced: Promise<GrayImage> | undefined
  const whole = () => {
    reduced ??= decode.whole(Math.max(1, Math.round(width / by)), Math.max(1, Math.round(height / by)))
    return reduced
  }
  return {
    width,
    height,
    whole,
    async cut(area, across, down) {
      if (by > 1 && across * by > CLOSE * area.width) return decode.part(area, across, down)
      const image = await whole()
      return resizeArea(image, scaledArea(area, image, width, height), across, down)
    },
  }
}

function scaledArea(area: PixelArea, image: GrayImage, width: number, height: number): PixelArea {
  const [across, down] = [image.width / width, image.height / height]
  const left = Math.min(image.width - 1, Math.floor(area.left * across))
  const top = Math.min(image.height - 1, Math.floor(area.top * down))
  return {
    left,
    top,
    width: Math.max(1, Math.min(image.width - left, Math.round(area.width * across))),
    height: Math.max(1, Math.min(image.height - top, Math.round(area.height * down))),
  }
}

/** The picture turned clockwise. */
export function turned(picture: PagePicture, degrees: 90 | 180 | 270): PagePicture {
  const { width, height } = picture
  const isOnItsSide = degrees !== 180
  return {
    width: isOnItsSide ? height : width,
    height: isOnItsSide ? width : height,
    whole: async () => turn(await picture.whole(), degrees),
    async cut(area, across, down) {
      const before = turnedArea(
        area,
        isOnItsSide ? { width: height, height: width } : picture,
        turnBack(degrees),
      )
      const cut = await (isOnItsSide ? picture.cut(before, down, across) : picture.cut(before, across, down))
      return turn(cut, degrees)
    },
  }
}

const turnBack = (degrees: 90 | 180 | 270) => (degrees === 90 ? 270 : degrees === 270 ? 90 : 180)

/** Where an area of a picture lies once the picture is turned clockwise. */
export function turnedArea(
  { left, top, width, height }: PixelArea,
  picture: { width: number; height: number },
  degrees: 90 | 180 | 270,
): PixelArea {
  const [right, bottom] = [picture.width - left - width, picture.height - top - height]
  if (degrees === 180) return { left: right, top: bottom, width, height }
  const side = { width: height, height: width }
  return degrees === 90 ? { left: bottom, top: left, ...side } : { left: top, top: right, ...side }
}

/** A part of a picture, as a picture of its own. */
export function partOf(picture: PagePicture, area: PixelArea): PagePicture {
  const { width, height } = area
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS_AT_ONCE / (width * height)))
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  return {
    width,
    height,
    whole: () => picture.cut(area, side(width), side(height)),
    cut: (inside, across, down) =>
      picture.cut({ ...inside, left: area.left + inside.left, top: area.top + inside.top }, across, down),
  }
}

/** A share of a picture in whole pixels, at least one a side. */
export function pixelsOf(area: Box, { width, height }: { width: number; height: number }): PixelArea {
  const left = bounded(Math.floor(area.left * width), width - 1)
  const top = bounded(Math.floor(area.top * height), height - 1)
  return {
    left,
    top,
    width: Math.max(1, bounded(Math.ceil((area.left + area.width) * width), width) - left),
    height: Math.max(1, bounded(Math.ceil((area.top + area.height) * height), height) - top),
  }
}

const bounded = (pixels: number, most: number) => Math.min(most, Math.max(0, pixels))
