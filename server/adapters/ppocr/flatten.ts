import { median } from '../../reading/median.ts'
import type { Point, TurnedRect } from './geometry.ts'

/** A rectangle around a line of text, and points along the middle of the line, from the left. */
export interface TextRegion extends TurnedRect {
  path: Point[]
}

/** How far along the page, in shares of the text's width, and down it, in line heights, a slope says something. */
const ALONG = 0.07
const DOWN = 3
/** Text further up or down says a little as well: between an article and its price there is often no other. */
const FURTHER_DOWN = 24
const FURTHER_WEIGHT = 0.02
/** Steps in which a line is followed to the middle of the page. */
const STEPS = 12
/** How much of its height a line must be off before a page counts as not flat. */
const OFF = 0.2

interface Slope extends Point {
  /** Pixels down per pixel to the right. */
  slope: number
  weight: number
}

/**
 * Where the middle of each line would be if the page were level and flat, in pixels; null if it is. On curled, waved or
 * tilted paper, a price may be as high up as the name of the next article. So lines are followed from where they are to
 * the middle of the page along the slopes of the text around them, and the height at which they arrive tells their row.
 */
export function flattened(regions: TextRegion[]): Point[] | null {
  if (regions.length === 0) return null
  const height = median(regions.map((region) => region.height))
  const tilt = tiltOf(regions)
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  const level = ({ x, y }: Point): Point => ({ x: x * cos + y * sin, y: y * cos - x * sin })
  const middles = regions.map(level)
  const slopes = regions.flatMap(({ path }) => slopesOf(path.map(level)))
  const xs = middles.map(({ x }) => x)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const along = Math.max(height, ALONG * (right - left))
  const slopeAt = (x: number, y: number) => localSlope(slopes, { x, y }, { along, height })
  const centre = (left + right) / 2
  const flat = middles.map(({ x, y }) => {
    const step = (centre - x) / STEPS
    let arrived = y
    for (let at = 0; at < STEPS; at++) arrived += step * slopeAt(x + (at + 0.5) * step, arrived)
    return { x, y: arrived }
  })
  const isFlat = regions.every(({ y }, index) => Math.abs((flat[index]?.y ?? y) - y) < OFF * height)
  return isFlat ? null : flat
}

/** The angle of most of the text, radians clockwise. */
function tiltOf(regions: TextRegion[]): number {
  const wide = regions.filter((region) => region.width > 4 * region.height)
  return median((wide.length >= 3 ? wide : regions).map(({ angle }) => angle))
}

function slopesOf(path: Point[]): Slope[] {
  return path.flatMap((from, index) => {
    const to = path[index + 1]
    if (!to || to.x <= from.x) return []
    const weight = to.x - from.x
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, slope: (to.y - from.y) / weight, weight }
  })
}

/** The mean slope of the text around a point, nearer text with more weight; level where there is none. */
function localSlope(
  slopes: Slope[],
  { x, y }: Point,
  { along, height }: { along: number; height: number },
): number {
  let sum = 0
  let weights = 1e-9
  for (const one of slopes) {
    const across = ((one.x - x) / along) ** 2
    if (across > 16) continue
    const down = (one.y - y) / height
    const near = Math.exp(-((down / DOWN) ** 2) / 2)
    const far = FURTHER_WEIGHT * Math.exp(-((down / FURTHER_DOWN) ** 2) / 2)
    const weight = one.weight * Math.exp(-across / 2) * (near + far)
    sum += weight * one.slope
    weights += weight
  }
  return sum / weights
}
