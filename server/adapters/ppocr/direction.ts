import type { TurnedRect } from './geometry.ts'
import type { OpenView } from './line-reader.ts'
import type { ReadLine } from './recogniser.ts'

/** Degrees clockwise by which a picture must be turned to be upright. */
export type Direction = 0 | 90 | 180 | 270

/** A line this many times higher than wide is on its side. */
const ON_END = 1.5
/** Share of the area of all lines. Upright receipts have almost no lines on their side. */
const SUSPICIOUS_SHARE = 0.1
/** With more of the area than this on its side, the page is. */
const NEARLY_ALL = 0.8
/** Small print on a sideways page is often not found at all. */
const FEW_LINES = 6
/** A few lines say which way is up. */
const LINES_TO_TRY = 6
/** A line this many times thicker than usual is several that the detector took for one. */
const MERGED = 1.5
/** A rule or a row of dashes is thinner than this. */
const THIN = 0.6
/** Width over height of a line of a few words. */
const PLAIN_SHAPE = 8
/** Lines that are read the right way round have a higher mean confidence than this. */
const SURELY_UPRIGHT = 0.9

/** Finds out which way is up before a page is read, from a few lines read in each direction that is possible. */
export async function directionOf(rects: TurnedRect[], view: OpenView): Promise<Direction> {
  const level = plainest(rects.filter((rect) => !isOnEnd(rect)))
  const onEnd = plainest(rects.filter(isOnEnd).map(standing))
  const areaOf = (some: TurnedRect[]) => some.reduce((sum, { width, height }) => sum + width * height, 0)
  const shareOnEnd = areaOf(rects.filter(isOnEnd)) / areaOf(rects)
  const mayLieOnItsSide = rects.length < FEW_LINES || shareOnEnd > SUSPICIOUS_SHARE

  const tried: Try[] = []
  const surelyOnItsSide = shareOnEnd > NEARLY_ALL
  for (const turned of surelyOnItsSide ? ([90, 270, 0, 180] as const) : ([0, 180, 90, 270] as const)) {
    const isSideways = turned === 90 || turned === 270
    if (isSideways && !(mayLieOnItsSide && onEnd.length > 0)) continue
    const lines = await view.glance(isSideways ? onEnd : level, turned >= 180)
    // Lines of both kinds leave it open; where nearly all are of one kind, lines that are read well decide.
    const isPlain = isSideways ? surelyOnItsSide : !mayLieOnItsSide && turned === 0
    if (isPlain && meanConfidence(lines) > SURELY_UPRIGHT) return turned
    tried.push({ turned, lines })
  }
  return tried.reduce(surer).turned
}

const isOnEnd = ({ width, height }: TurnedRect) => height > ON_END * width

/** The rectangle of a line that runs upwards, as that of a line whose width is along it. */
const standing = ({ x, y, width, height, angle }: TurnedRect): TurnedRect => ({
  x,
  y,
  width: height,
  height: width,
  angle: angle - Math.PI / 2,
})

/** A few lines, read in one direction. */
interface Try {
  turned: Direction
  lines: ReadLine[]
}

/** Lines of a few words. Rules and dashes are longer and thinner; lines that are merged are thicker. */
function plainest(rects: TurnedRect[]): TurnedRect[] {
  const usual = rects.map(({ height }) => height).toSorted((a, b) => a - b)[rects.length >> 1] ?? 0
  const unlike = ({ width, height }: TurnedRect) => Math.abs(Math.log(width / height / PLAIN_SHAPE))
  return rects
    .filter(({ height }) => height < MERGED * usual && height > THIN * usual)
    .toSorted((a, b) => unlike(a) - unlike(b))
    .slice(0, LINES_TO_TRY)
}

function meanConfidence(lines: ReadLine[]): number {
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, lines.length)
}

/** The attempt with more characters, weighted by confidence: text in a wrong direction gives few and doubtful ones. */
function surer(first: Try, second: Try): Try {
  const sure = ({ lines }: Try) =>
    lines.reduce((sum, { text, confidence }) => sum + text.length * confidence ** 2, 0)
  return sure(second) > sure(first) ? second : first
}
