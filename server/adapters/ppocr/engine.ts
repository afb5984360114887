import type { PageText } from '../../reading/page-text.ts'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { turn } from '../../reading/pages/turn.ts'
import { createDetector } from './detector.ts'
import type { TurnedRect } from './geometry.ts'
import { createLineCutter } from './line-crops.ts'
import { inReadingOrder, slopeOf } from './order.ts'
import { createRecogniser, type ReadLine } from './recogniser.ts'
import { createViewer, toPage, type View } from './view.ts'

export interface EngineModels {
  detection: string
  recognition: string
  dictionary: string
}

/** Lines seen this much higher than wide stand on end. */
const ON_END = 1.5
/** Upright print is read with more confidence than this on average; below it the page may stand on its head. */
const SURELY_UPRIGHT = 0.8
const LINES_TO_TRY = 6
/** Below this many pixels for each one to the right a page counts as level. */
const LEVEL = 0.003

export async function createEngine(models: EngineModels) {
  const viewer = createViewer(await createDetector(models.detection))
  const recogniser = await createRecogniser(models.recognition, models.dictionary)

  async function readLines({ image, rects }: View): Promise<Piece[]> {
    const cutter = createLineCutter(image)
    const pieces: Piece[] = []
    for (const rect of rects) {
      const line = await recogniser.recognise(cutter, rect)
      if (line) pieces.push({ rect, line })
    }
    return pieces
  }

  /** Whether the lines that tell the most are read with more confidence the other way up. */
  async function onItsHead({ image }: View, pieces: Piece[]): Promise<boolean> {
    const wide = pieces
      .toSorted((a, b) => b.rect.width / b.rect.height - a.rect.width / a.rect.height)
      .slice(0, LINES_TO_TRY)
    const mean = (sum: number) => sum / Math.max(1, wide.length)
    const upright = mean(wide.reduce((sum, { line }) => sum + line.confidence, 0))
    if (wide.length === 0 || upright > SURELY_UPRIGHT) return false
    const cutter = createLineCutter(image)
    let sum = 0
    for (const { rect } of wide) sum += (await recogniser.recognise(cutter, rect, true))?.confidence ?? 0
    return mean(sum) > upright
  }

  async function readUpright(picture: GrayImage) {
    let page = picture
    let view = await viewer.look(page)
    const onEnd = standOnEnd(view.rects)
    if (onEnd) {
      page = turn(page, 90)
      view = await viewer.look(page)
    }
    const pieces = await readLines(view)
    if (!(await onItsHead(view, pieces))) return { page, view, pieces, turned: onEnd ? 90 : 0 } as const
    page = turn(page, 180)
    view = await viewer.look(page)
    return { page, view, pieces: await readLines(view), turned: onEnd ? 270 : 180 } as const
  }

  return {
    /** The text of a page whose picture is upright as far as its file tells. */
    async read(picture: GrayImage): Promise<Omit<PageText, 'page'>> {
      const { page, view, pieces, turned } = await readUpright(picture)
      const slope = slopeOf(pieces.map(({ rect }) => rect))
      return {
        width: page.width,
        height: page.height,
        ...(turned && { turned }),
        ...(Math.abs(slope) > LEVEL && { slope }),
        lines: inReadingOrder(pieces, slope).map(({ rect, line }) => ({
          ...line,
          box: toPage(view, page, rect),
        })),
      }
    },
  }
}

interface Piece {
  rect: TurnedRect
  line: ReadLine
}

export type Engine = Awaited<ReturnType<typeof createEngine>>

function standOnEnd(rects: TurnedRect[]): boolean {
  let onEnd = 0
  let all = 0
  for (const { width, height } of rects) {
    all += width * height
    if (height > ON_END * width) onEnd += width * height
  }
  return onEnd > all / 2
}
