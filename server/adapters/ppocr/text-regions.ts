import type { TextRegion } from './flatten.ts'
import { convexHull, type Point, smallestRect, type TurnedRect } from './geometry.ts'
import { joinedRegions } from './joined-regions.ts'

/** The minimum probability of a text pixel. */
const TEXT_PIXEL = 0.2
/** The minimum mean probability of a text region. */
const TEXT_REGION = 0.4
/** The network marks the core of a line. A region is expanded by this factor times its area over its perimeter. */
const GROWTH = 1.8
/** Pixels; anything smaller is noise. */
const SMALLEST_SIDE = 2
/** The length of a stretch of which the middle is taken, in heights of the region. */
const STRETCH = 3

/**
 * The rectangles of the lines in the text probability map of a DB network ("Real-time Scene Text Detection with
 * Differentiable Binarization", Liao et al. 2020): the smallest rectangle around each connected region, expanded.
 */
export function textRegions(map: Float32Array, width: number, height: number): TextRegion[] {
  const seen = new Uint8Array(map.length)
  const stack: number[] = []
  const rows = createSpans(height)
  const columns = createSpans(width)
  const regions: TextRegion[] = []
  const visit = (next: number) => {
    if (seen[next] || (map[next] ?? 0) < TEXT_PIXEL) return
    seen[next] = 1
    stack.push(next)
  }
  for (let start = 0; start < map.length; start++) {
    visit(start)
    if (stack.length === 0) continue
    let probability = 0
    let size = 0
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      probability += map[at] ?? 0
      size++
      rows.add(y, x)
      columns.add(x, y)
      if (x > 0) visit(at - 1)
      if (x < width - 1) visit(at + 1)
      if (y > 0) visit(at - width)
      if (y < height - 1) visit(at + width)
    }
    const [across, down] = [rows.take(), columns.take()]
    if (probability / size < TEXT_REGION) continue
    const rect = smallestRect(convexHull(across.flatMap(corners)))
    if (rect && Math.min(rect.width, rect.height) >= SMALLEST_SIDE) {
      regions.push({ ...grown(rect), path: pathOf(down, STRETCH * rect.height) })
    }
  }
  return joinedRegions(regions)
}

/** Where a region begins and ends in one row, or in one column: its first and last pixel. */
interface Span {
  at: number
  first: number
  last: number
}

/** Collects the spans of one region after the other. Typed arrays, because it is asked for every pixel of text. */
function createSpans(count: number) {
  const first = new Int32Array(count).fill(-1)
  const last = new Int32Array(count)
  let [from, to] = [count, -1]
  return {
    add(at: number, place: number) {
      const known = first[at] ?? -1
      if (known < 0) {
        first[at] = place
        last[at] = place
        if (at < from) from = at
        if (at > to) to = at
      } else if (place < known) first[at] = place
      else if (place > (last[at] ?? 0)) last[at] = place
    },
    /** The spans of the region, in order; then the next region begins. */
    take(): Span[] {
      const spans: Span[] = []
      for (let at = from; at <= to; at++) {
        spans.push({ at, first: first[at] ?? 0, last: last[at] ?? 0 })
        first[at] = -1
      }
      from = count
      to = -1
      return spans
    },
  }
}

/** Points along the middle of a region, each the mean of a stretch of it about `stretch` pixels long. */
function pathOf(columns: Span[], stretch: number): Point[] {
  const count = Math.max(1, Math.floor(columns.length / stretch))
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * columns.length) / count)
    const part = columns.slice(from, Math.floor(((index + 1) * columns.length) / count))
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    return {
      x: mean(part.map(({ at }) => at)) + 0.5,
      y: mean(part.map(({ first, last }) => (first + last + 1) / 2)),
    }
  })
}

/** The outer corners of the pixels at both ends of a row, which are enough for the convex hull. */
const corners = ({ at, first, last }: Span): Point[] => [
  { x: first, y: at },
  { x: first, y: at + 1 },
  { x: last + 1, y: at },
  { x: last + 1, y: at + 1 },
]

function grown(rect: TurnedRect): TurnedRect {
  const by = (GROWTH * rect.width * rect.height) / (rect.width + rect.height)
  return { ...rect, width: rect.width + by, height: rect.height + by }
}
