import type { Box, PageText } from '../../reading/page-text.ts'
import type { GrayImage, PixelArea } from '../../reading/pages/gray-image.ts'
import { inkArea } from '../../reading/pages/ink.ts'
import { resizeArea } from '../../reading/pages/resize.ts'
import { createDetector } from './detector.ts'
import { boundsOf, type TurnedRect } from './geometry.ts'
import { createLineCutter } from './line-crops.ts'
import { inReadingOrder, slopeOf } from './order.ts'
import { createRecogniser, type ReadLine } from './recogniser.ts'

export interface EngineModels {
  detection: string
  recognition: string
  dictionary: string
}

/** Pixels the detector sees a receipt across. */
const DETECTOR_WIDTH = 480
/** Pixels a receipt is read at: lines of a narrow receipt come out about as high as the recogniser wants them. */
const READING_WIDTH = 1600
const READING_PIXELS = 12_000_000
/** Where the text takes less than this share of what was looked at, that part is looked at again. */
const LOOSE = 0.8

export async function createEngine(models: EngineModels) {
  const detector = await createDetector(models.detection)
  const recogniser = await createRecogniser(models.recognition, models.dictionary)

  async function look(page: GrayImage, area: PixelArea) {
    const scale = Math.min(
      1,
      READING_WIDTH / area.width,
      Math.sqrt(READING_PIXELS / (area.width * area.height)),
    )
    const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
    const image = await resizeArea(page, area, side(area.width), side(area.height))
    return { area, image, rects: await detector.detect(image, DETECTOR_WIDTH) }
  }

  return {
    /** The lines of an upright page. */
    async read(page: GrayImage): Promise<Omit<PageText, 'page'>> {
      let view = await look(page, await inkArea(page))
      const text = textArea(view, page)
      if (text && text.width < LOOSE * view.area.width) view = await look(page, text)
      const { area, image, rects } = view
      const cutter = createLineCutter(image)
      const pieces: { rect: TurnedRect; line: ReadLine }[] = []
      for (const rect of rects) {
        const line = await recogniser.recognise(cutter, rect, false)
        if (line) pieces.push({ rect, line })
      }
      const toBox = (rect: TurnedRect): Box => {
        const bounds = boundsOf(rect)
        return {
          left: (area.left + (bounds.left * area.width) / image.width) / page.width,
          top: (area.top + (bounds.top * area.height) / image.height) / page.height,
          width: (bounds.width * area.width) / image.width / page.width,
          height: (bounds.height * area.height) / image.height / page.height,
        }
      }
      const lines = inReadingOrder(pieces, slopeOf(rects)).map(({ rect, line }) => ({
        ...line,
        box: toBox(rect),
      }))
      return { width: page.width, height: page.height, lines }
    },
  }
}

export type Engine = Awaited<ReturnType<typeof createEngine>>

/** The part of the page around all rectangles, with a margin; null where there are none. */
function textArea(
  view: { area: PixelArea; image: GrayImage; rects: TurnedRect[] },
  page: GrayImage,
): PixelArea | null {
  const { area, image, rects } = view
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
