import type { PageText } from '../../reading/page-text.ts'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { turn } from '../../reading/pages/turn.ts'
import { createDetector } from './detector.ts'
import type { TurnedRect } from './geometry.ts'
import { createLineCutter } from './line-crops.ts'
import { mayLieOnItsSide } from './on-end.ts'
import { inReadingOrder, slopeOf } from './order.ts'
import { createRecogniser, type ReadLine } from './recogniser.ts'
import { createViewer, toPage, type View } from './view.ts'

export interface EngineModels {
  detection: string
  recognition: string
  dictionary: string
}

/** Upright print is read with more confidence than this on average; below it the page may stand on its head. */
const SURELY_UPRIGHT = 0.8
/** Print that stands on end is read with less confidence than this, mostly far less. */
const POOR = 0.6
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

  async function tryLines({ image, rects }: View, upsideDown: boolean): Promise<ReadLine[]> {
    const cutter = createLineCutter(image)
    const lines: ReadLine[] = []
    for (const { rect } of widest(rects.map((rect) => ({ rect })))) {
      const line = await recogniser.recognise(cutter, rect, upsideDown)
      if (line) lines.push(line)
    }
    return lines
  }

  /** Reads a few lines in other ways up only where there is doubt: most pages are upright. */
  async function readUpright(picture: GrayImage): Promise<Upright> {
    const view = await viewer.look(picture)
    const pieces = mayLieOnItsSide(view.rects) ? null : await readLines(view)
    const upright = pieces ? widest(pieces).map(({ line }) => line) : await tryLines(view, false)
    if (pieces && meanConfidence(upright) > SURELY_UPRIGHT) return { page: picture, view, pieces, turned: 0 }
    const onItsHead = await tryLines(view, true)
    let best = surer({ turned: 0, lines: upright }, { turned: 180, lines: onItsHead })
    let side: { page: GrayImage; view: View } | undefined
    if (!pieces || meanConfidence(best.lines) < POOR) {
      const page = turn(picture, 90)
      side = { page, view: await viewer.look(page) }
      best = surer(best, { turned: 90, lines: await tryLines(side.view, false) })
      best = surer(best, { turned: 270, lines: await tryLines(side.view, true) })
    }
    const { turned } = best
    if (turned === 0) return { page: picture, view, pieces: pieces ?? (await readLines(view)), turned }
    if (turned === 90 && side) return { ...side, pieces: await readLines(side.view), turned }
    const page = turn(picture, turned)
    const turnedView = await viewer.look(page)
    return { page, view: turnedView, pieces: await readLines(turnedView), turned }
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

interface Upright {
  page: GrayImage
  view: View
  pieces: Piece[]
  turned: Turned
}

type Turned = 0 | 90 | 180 | 270

/** Lines read for a try, with the picture turned so many degrees clockwise. */
interface Try {
  turned: Turned
  lines: ReadLine[]
}

export type Engine = Awaited<ReturnType<typeof createEngine>>

/** The lines that tell the most about which way up the page is. */
function widest<T extends { rect: TurnedRect }>(pieces: T[]): T[] {
  const shape = ({ rect }: T) => rect.width / rect.height
  return pieces.toSorted((a, b) => shape(b) - shape(a)).slice(0, LINES_TO_TRY)
}

function meanConfidence(lines: ReadLine[]): number {
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, lines.length)
}

/** The one with more characters, each counted by its confidence: print on end gives few, and doubtful ones. */
function surer(first: Try, second: Try): Try {
  const sure = ({ lines }: Try) =>
    lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return sure(second) > sure(first) ? second : first
}
