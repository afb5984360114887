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
  const regions: TextRegion[] = []
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] ?? 0) < TEXT_PIXEL) continue
    const region = {
      probability: 0,
      size: 0,
      left: new Map<number, number>(),
      right: new Map<number, number>(),
      top: new Map<number, number>(),
      bottom: new Map<number, number>(),
    }
    stack.push(start)
    seen[start] = 1
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      region.probability += map[at] ?? 0
      region.size++
      region.left.set(y, Math.min(x, region.left.get(y) ?? x))
      region.right.set(y, Math.max(x, region.right.get(y) ?? x))
      region.top.set(x, Math.min(y, region.top.get(x) ?? y))
      region.bottom.set(x, Math.max(y, region.bottom.get(x) ?? y))
      const visit = (next: number) => {
        if (seen[next] || (map[next] ?? 0) < TEXT_PIXEL) return
        seen[next] = 1
        stack.push(next)
      }
      if (x > 0) visit(at - 1)
      if (x < width - 1) visit(at + 1)
      if (y > 0) visit(at - width)
      if (y < height - 1) visit(at + width)
    }
    if (region.probability / region.size < TEXT_REGION) continue
    const rect = smallestRect(convexHull(corners(region.left, region.right)))
    if (rect && Math.min(rect.width, rect.height) >= SMALLEST_SIDE) {
      regions.push({ ...grown(rect), path: pathOf(region.top, region.bottom, STRETCH * rect.height) })
    }
  }
  return joinedRegions(regions)
}

/** Points along the middle of a region, each the mean of a stretch of it about `stretch` pixels long. */
function pathOf(top: Map<number, number>, bottom: Map<number, number>, stretch: number): Point[] {
  const columns = [...top.keys()].sort((a, b) => a - b)
  const count = Math.max(1, Math.floor(columns.length / stretch))
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * columns.length) / count)
    const part = columns.slice(from, Math.floor(((index + 1) * columns.length) / count))
    const middles = part.map((x) => ((top.get(x) ?? 0) + (bottom.get(x) ?? 0) + 1) / 2)
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    return { x: mean(part) + 0.5, y: mean(middles) }
  })
}

/** The outer corners of the pixels at both ends of each row, which are enough for the convex hull. */
function corners(left: Map<number, number>, right: Map<number, number>): Point[] {
  const points: Point[] = []
  for (const [y, x] of left) points.push({ x, y }, { x, y: y + 1 })
  for (const [y, x] of right) points.push({ x: x + 1, y }, { x: x + 1, y: y + 1 })
  return points
}

function grown(rect: TurnedRect): TurnedRect {
  const by = (GROWTH * rect.width * rect.height) / (rect.width + rect.height)
  return { ...rect, width: rect.width + by, height: rect.height + by }
}
