import type { GrayImage, PixelArea } from './gray-image.ts'
import { resizeArea } from './resize.ts'

/** Pixels: the shorter side of the reduced picture that is searched for ink, and the side of a cell. */
const LOOK_SIDE = 800
const LOOK_PIXELS = 4_000_000
const CELL = 8
/** Ink is darker than the paper around it by at least this share. Faint thermal print is about a tenth darker. */
const DARKER = 0.09
/** The paper's brightness at a pixel is the mean of a square that reaches this many pixels to each side. */
const AROUND = 12

/**
 * Finds the printed part of a page: a small receipt on a large scan becomes illegible once the whole page is scaled
 * down. Ink is whatever is darker than its surroundings, so gray paper, faint print and a dark table do not mislead it.
 */
export async function inkArea(image: GrayImage): Promise<PixelArea> {
  const whole = { left: 0, top: 0, width: image.width, height: image.height }
  const { width, height } = image
  const scale = Math.min(1, LOOK_SIDE / Math.min(width, height), Math.sqrt(LOOK_PIXELS / (width * height)))
  const small = await resizeArea(
    image,
    whole,
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  )
  const cells = inkedCells(small)
  const columns = span(cells.columns)
  const rows = span(cells.rows)
  if (!columns || !rows) return whole
  const toPixels = (cell: number) => (cell * CELL) / scale
  return withMargin(image, {
    left: toPixels(columns[0]),
    top: toPixels(rows[0]),
    right: toPixels(columns[1] + 1),
    bottom: toPixels(rows[1] + 1),
  })
}

interface Edges {
  left: number
  top: number
  right: number
  bottom: number
}

function withMargin(image: GrayImage, { left, top, right, bottom }: Edges): PixelArea {
  const margin = 0.02 * (right - left)
  const x = Math.max(0, Math.floor(left - margin))
  const y = Math.max(0, Math.floor(top - margin))
  return {
    left: x,
    top: y,
    width: Math.min(image.width, Math.ceil(right + margin)) - x,
    height: Math.min(image.height, Math.ceil(bottom + margin)) - y,
  }
}

/** The number of cells with ink in each column and in each row of cells. */
function inkedCells(image: GrayImage): { columns: Uint32Array; rows: Uint32Array } {
  const { width, height, data } = image
  const sums = summedArea(image)
  const across = Math.ceil(width / CELL)
  const down = Math.ceil(height / CELL)
  const ink = new Uint8Array(across * down)
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - AROUND)
    const bottom = Math.min(height, y + AROUND + 1)
    const upper = top * (width + 1)
    const lower = bottom * (width + 1)
    const cells = ((y / CELL) | 0) * across
    const share = (1 - DARKER) / (bottom - top)
    for (let x = 0; x < width; x++) {
      const left = x > AROUND ? x - AROUND : 0
      const right = x + AROUND < width ? x + AROUND + 1 : width
      const atRight = (sums[lower + right] ?? 0) - (sums[upper + right] ?? 0)
      const atLeft = (sums[lower + left] ?? 0) - (sums[upper + left] ?? 0)
      if ((data[y * width + x] ?? 0) * (right - left) < (atRight - atLeft) * share) {
        const cell = cells + ((x / CELL) | 0)
        ink[cell] = Math.min(255, (ink[cell] ?? 0) + 1)
      }
    }
  }
  const columns = new Uint32Array(across)
  const rows = new Uint32Array(down)
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      if (!looksPrinted(ink[row * across + column] ?? 0)) continue
      columns[column] = (columns[column] ?? 0) + 1
      rows[row] = (rows[row] ?? 0) + 1
    }
  }
  return { columns, rows }
}

/** A speck has fewer dark pixels than a letter. */
const looksPrinted = (dark: number) => dark >= 5

/** At each pixel the sum of all above and left of it. With LOOK_PIXELS, the sums fit into 31 bits. */
function summedArea({ width, height, data }: GrayImage): Int32Array {
  const sums = new Int32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    const above = y * (width + 1) + 1
    const here = above + width + 1
    let row = 0
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0
      sums[here + x] = (sums[above + x] ?? 0) + row
    }
  }
  return sums
}

/** The first and last index with ink, ignoring a share of 1/250 at each end as specks. */
function span(counts: Uint32Array): [number, number] | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const ignored = total / 250
  let first = 0
  for (let seen = 0; first < counts.length; first++) {
    seen += counts[first] ?? 0
    if (seen > ignored) break
  }
  let last = counts.length - 1
  for (let seen = 0; last > first; last--) {
    seen += counts[last] ?? 0
    if (seen > ignored) break
  }
  return [first, last]
}
