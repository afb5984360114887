import type { Box } from '../../reading/page-text.ts'
import type { GrayImage, PixelArea } from '../../reading/pages/gray-image.ts'
import { inkArea } from '../../reading/pages/ink.ts'
import { resizeArea } from '../../reading/pages/resize.ts'
import type { Detector } from './detector.ts'
import { boundsOf, type TurnedRect } from './geometry.ts'

/** Pixels of the shorter side, mostly the width, at which the detector sees a receipt. */
const DETECTOR_SIDE = 480
/** Size at which a receipt is read; lines of a narrow receipt then have about the recogniser's height. */
const READING_WIDTH = 1600
const READING_PIXELS = 12_000_000
/** If the text takes less than this share of the width, detection is repeated on the text alone. */
const LOOSE = 0.8

/** The printed part of a page, scaled for reading, and its lines in pixels of that image. */
export interface View {
  area: PixelArea
  image: GrayImage
  rects: TurnedRect[]
}

export function createViewer(detector: Detector) {
  async function lookAt(page: GrayImage, area: PixelArea): Promise<View> {
    const finest = Math.sqrt(READING_PIXELS / (area.width * area.height))
    const scale = Math.min(1, READING_WIDTH / area.width, finest)
    const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
    const image = await resizeArea(page, area, side(area.width), side(area.height))
    return { area, image, rects: await detector.detect(image, DETECTOR_SIDE) }
  }
  return {
    /** Finds the lines of a page. A small receipt on a large scan is enlarged first. */
    async look(page: GrayImage): Promise<View> {
      const view = await lookAt(page, await inkArea(page))
      const text = textArea(view, page)
      return text && text.width < LOOSE * view.area.width ? lookAt(page, text) : view
    },
  }
}

/** The part of the page around all lines, with a margin; null if there are none. */
function textArea({ area, image, rects }: View, page: GrayImage): PixelArea | null {
  if (rects.length === 0) return null
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0]
  for (const bounds of rects.map(boundsOf)) {
    left = Math.min(left, bounds.left)
    top = Math.min(top, bounds.top)
    right = Math.max(right, bounds.left + bounds.width)
    bottom = Math.max(bottom, bounds.top + bounds.height)
  }
  const scale = area.width / image.width
  const margin = 0.04 * (right - left) * scale
  const x = Math.max(0, Math.floor(area.left + left * scale - margin))
  const y = Math.max(0, Math.floor(area.top + top * scale - margin))
  return {
    left: x,
    top: y,
    width: Math.min(page.width, Math.ceil(area.left + right * scale + margin)) - x,
    height: Math.min(page.height, Math.ceil(area.top + bottom * scale + margin)) - y,
  }
}

/** The position of a line on the page. */
export function toPage({ area, image }: View, page: GrayImage, { x, y, width, height }: TurnedRect): Box {
  const across = area.width / image.width
  const down = area.height / image.height
  return {
    left: (area.left + (x - width / 2) * across) / page.width,
    top: (area.top + (y - height / 2) * down) / page.height,
    width: (width * across) / page.width,
    height: (height * down) / page.height,
  }
}
