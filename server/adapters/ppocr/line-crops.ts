import type { GrayImage } from '../../reading/pages/gray-image.ts'
import type { TurnedRect } from './geometry.ts'

/** The size of a strip in pixels, and whether it is turned by 180 degrees. */
export interface StripOptions {
  width: number
  height: number
  upsideDown?: boolean
}

/** Cuts rotated rectangles out of one picture. */
export interface LineCutter {
  /** The content of the rectangle as a horizontal strip. */
  cut(rect: TurnedRect, strip: StripOptions): GrayImage
}

export function createLineCutter(image: GrayImage): LineCutter {
  const levels = [image]
  return {
    cut(rect, strip) {
      // Bilinear sampling is accurate only down to about half size, so larger print is cut from halved copies.
      const level = Math.max(0, Math.floor(Math.log2(rect.height / strip.height)))
      while (levels.length <= level) levels.push(halved(levels.at(-1) ?? image))
      const source = levels[level] ?? image
      return sample(source, scaled(rect, source, image), strip)
    },
  }
}

/** A rectangle of `image`, and the scale of `source`, a reduced copy of it. */
interface ScaledRect extends TurnedRect {
  /** Pixels of the image per pixel of the copy. */
  across: number
  down: number
}

const scaled = (rect: TurnedRect, source: GrayImage, image: GrayImage): ScaledRect => ({
  ...rect,
  across: image.width / source.width,
  down: image.height / source.height,
})

function sample(source: GrayImage, rect: ScaledRect, { width, height, upsideDown }: StripOptions): GrayImage {
  const data = new Uint8Array(width * height)
  const turn = upsideDown ? -1 : 1
  const cos = Math.cos(rect.angle) * turn
  const sin = Math.sin(rect.angle) * turn
  // What a step along the strip is in the picture.
  const stepX = ((rect.width / width) * cos) / rect.across
  const stepY = ((rect.width / width) * sin) / rect.down
  const first = (0.5 / width - 0.5) * rect.width
  for (let row = 0; row < height; row++) {
    const v = ((row + 0.5) / height - 0.5) * rect.height
    const x = (rect.x + first * cos - v * sin) / rect.across - 0.5
    const y = (rect.y + first * sin + v * cos) / rect.down - 0.5
    sampleRow(source, data.subarray(row * width, (row + 1) * width), { x, y, stepX, stepY })
  }
  return { width, height, data }
}

interface Path {
  x: number
  y: number
  stepX: number
  stepY: number
}

/** Bilinear interpolation along a path. Outside the picture its edge pixels are repeated. It runs once a pixel. */
function sampleRow({ width, height, data }: GrayImage, row: Uint8Array, { x, y, stepX, stepY }: Path): void {
  for (let column = 0; column < row.length; column++) {
    const cx = Math.min(width - 1, Math.max(0, x + column * stepX))
    const cy = Math.min(height - 1, Math.max(0, y + column * stepY))
    const left = cx | 0
    const top = cy | 0
    const right = left + 1 < width ? 1 : 0
    const upper = top * width + left
    const lower = top + 1 < height ? upper + width : upper
    const fx = cx - left
    const fy = cy - top
    const above = (data[upper] ?? 0) * (1 - fx) + (data[upper + right] ?? 0) * fx
    const below = (data[lower] ?? 0) * (1 - fx) + (data[lower + right] ?? 0) * fx
    row[column] = above * (1 - fy) + below * fy + 0.5
  }
}

function halved(image: GrayImage): GrayImage {
  const width = Math.max(1, Math.floor(image.width / 2))
  const height = Math.max(1, Math.floor(image.height / 2))
  const data = new Uint8Array(width * height)
  const source = image.data
  // A picture one pixel wide or high has no other column or row.
  const right = image.width > 1 ? 1 : 0
  const below = image.height > 1 ? image.width : 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = 2 * row * image.width + 2 * column
      const above = (source[at] ?? 0) + (source[at + right] ?? 0)
      const sum = above + (source[at + below] ?? 0) + (source[at + below + right] ?? 0)
      data[row * width + column] = Math.round(sum / 4)
    }
  }
  return { width, height, data }
}
