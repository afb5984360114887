import type { Box } from '../../reading/page-text.ts'
import type { GrayImage, PixelArea } from '../../reading/pages/gray-image.ts'
import { inkArea } from '../../reading/pages/ink.ts'
import type { PagePicture } from '../../reading/pages/page-picture.ts'
import { paperOf } from './brightness.ts'
import type { Detector } from './detector.ts'
import type { TextRegion } from './flatten.ts'
import { boundsOf, type Point, type TurnedRect } from './geometry.ts'

/** Pixels of the shorter side, mostly the width, at which the detector sees a receipt. */
const DETECTOR_SIDE = 480
/** A photograph is seen finer: its lines are bent and shaded, and merge or vanish at the size that does for scans. */
const DETECTOR_SIDE_OF_PHOTOGRAPHS = 640
/** The paper of a scan is brighter than this, 0..255. */
const SCANNED = 225
/** Size at which a receipt is read; lines of a narrow receipt then have about the recogniser's height. */
const READING_WIDTH = 1600
const READING_PIXELS = 12_000_000
/** If the text takes less than this share of the shorter side, detection is repeated on the text alone. */
const LOOSE = 0.8

/** The printed part of a page, scaled for reading, and its lines in pixels of that image. */
export interface View {
  area: PixelArea
  image: GrayImage
  rects: TextRegion[]
}

/** How often detection is repeated: a small receipt on a table may be seen well only at the third look. */
const MOST_LOOKS = 3

export function createViewer(detector: Detector) {
  async function lookAt(page: PagePicture, area: PixelArea): Promise<View> {
    const finest = Math.sqrt(READING_PIXELS / (area.width * area.height))
    const scale = Math.min(1, READING_WIDTH / Math.min(area.width, area.height), finest)
    const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
    const image = await page.cut(area, side(area.width), side(area.height))
    const detectorSide = paperOf(image) > SCANNED ? DETECTOR_SIDE : DETECTOR_SIDE_OF_PHOTOGRAPHS
    return { area, image, rects: await detector.detect(image, detectorSide) }
  }
  return {
    lookAt,
    /** Finds the lines of a page. A small receipt on a large scan is enlarged first. */
    async look(page: PagePicture): Promise<View> {
      const whole = await page.whole()
      let view = await lookAt(page, enlargedArea(await inkArea(whole), page.width / whole.width, page))
      for (let looks = 1; looks < MOST_LOOKS; looks++) {
        const text = textArea(view, page)
        if (!text || !isLoose(text, view.area)) break
        view = await lookAt(page, text)
      }
      return view
    },
  }
}

/** Whether the text leaves much of the side free that sets the detector's scale. */
const isLoose = (text: PixelArea, area: PixelArea) =>
  area.width <= area.height ? text.width < LOOSE * area.width : text.height < LOOSE * area.height

/** An area of a reduced copy, in pixels of the page. */
function enlargedArea(area: PixelArea, by: number, page: PagePicture): PixelArea {
  const left = Math.min(page.width - 1, Math.floor(area.left * by))
  const top = Math.min(page.height - 1, Math.floor(area.top * by))
  return {
    left,
    top,
    width: Math.min(page.width - left, Math.ceil(area.width * by)),
    height: Math.min(page.height - top, Math.ceil(area.height * by)),
  }
}

/** The part of the page around all lines, with a margin; null if there are none. */
function textArea({ area, image, rects }: View, page: PagePicture): PixelArea | null {
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

/** The position of a line on the page; with another middle than the line's own if one is given. */
export function toPage(
  { area, image }: View,
  page: PagePicture,
  { x, y, width, height }: TurnedRect,
  middle: Point = { x, y },
): Box {
  const across = area.width / image.width
  const down = area.height / image.height
  return {
    left: (area.left + (middle.x - width / 2) * across) / page.width,
    top: (area.top + (middle.y - height / 2) * down) / page.height,
    width: (width * across) / page.width,
    height: (height * down) / page.height,
  }
}
