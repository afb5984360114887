import type { TextRegion } from './flatten.ts'
import { convexHull, type Point, rectAlong, type TurnedRect } from './geometry.ts'

/** In heights of the lower region: less of an overlap is two neighbours, more is a word whose middle was not marked. */
const OVERLAP = 0.3
/** In heights: how far the middles of two parts of one line may be apart, across the line. */
const OFF_LINE = 0.25
/** In heights of the lower region: parts of one line are about equally high. */
const HIGHER = 1.5
/** Radians. */
const BENT = 0.05

/**
 * The regions, with parts of one line joined whose expanded rectangles reach into each other: both would show the
 * letters between them, and a name would be read as KEDAI BUKU S SERI.
 */
export function joinedRegions(regions: TextRegion[]): TextRegion[] {
  const joined: TextRegion[] = []
  for (const region of regions) {
    let whole = region
    for (;;) {
      const at = joined.findIndex((other) => reachInto(other, whole))
      const [part] = at < 0 ? [] : joined.splice(at, 1)
      if (!part) break
      whole = join(part, whole)
    }
    joined.push(whole)
  }
  return joined
}

function reachInto(one: TurnedRect, other: TurnedRect): boolean {
  const height = Math.min(one.height, other.height)
  if (Math.max(one.height, other.height) > HIGHER * height) return false
  if (Math.abs(one.angle - other.angle) > BENT && Math.min(one.width, other.width) > 3 * height) return false
  const wide = one.width >= other.width ? one : other
  const [cos, sin] = [Math.cos(wide.angle), Math.sin(wide.angle)]
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const along = Math.abs(dx * cos + dy * sin)
  const across = Math.abs(dy * cos - dx * sin)
  const overlap = (one.width + other.width) / 2 - along
  // One that lies within another is a mark above or below its letters, not the rest of a line.
  const isWithin = overlap >= Math.min(one.width, other.width)
  return across < OFF_LINE * height && overlap > OVERLAP * height && !isWithin
}

function join(one: TextRegion, other: TextRegion): TextRegion {
  const wide = one.width >= other.width ? one : other
  const rect = rectAlong(convexHull([...cornersOf(one), ...cornersOf(other)]), wide.angle)
  return { ...rect, path: [...one.path, ...other.path].toSorted((a, b) => a.x - b.x) }
}

function cornersOf({ x, y, width, height, angle }: TurnedRect): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [-1, 1].flatMap((u) =>
    [-1, 1].map((v) => ({
      x: x + ((u * width) / 2) * cos - ((v * height) / 2) * sin,
      y: y + ((u * width) / 2) * sin + ((v * height) / 2) * cos,
    })),
  )
}
