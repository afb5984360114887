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

/** Upright text has a higher mean confidence than this; below it, the page may be upside down. */
const SURELY_UPRIGHT = 0.8
/** Text on its side has a lower mean confidence than this, mostly far lower. */
const POOR = 0.6
const LINES_TO_TRY = 6
/** A page with a smaller slope counts as level; pixels down per pixel to the right. */
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

  /** Most pages are upright, so other orientations are tried on a few lines only if there is doubt. */
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
    /** Reads a page whose picture is upright as far as its file says. */
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

/** A few lines, read with the picture turned clockwise by `turned` degrees. */
interface Try {
  turned: Turned
  lines: ReadLine[]
}

export type Engine = Awaited<ReturnType<typeof createEngine>>

/** The longest lines, which say most about the page's orientation. */
function widest<T extends { rect: TurnedRect }>(pieces: T[]): T[] {
  const shape = ({ rect }: T) => rect.width / rect.height
  return pieces.toSorted((a, b) => shape(b) - shape(a)).slice(0, LINES_TO_TRY)
}

function meanConfidence(lines: ReadLine[]): number {
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, lines.length)
}

/** The attempt with more characters, weighted by confidence: text on its side gives few and doubtful ones. */
function surer(first: Try, second: Try): Try {
  const sure = ({ lines }: Try) =>
    lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return sure(second) > sure(first) ? second : first
}
