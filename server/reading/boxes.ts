import type { Box } from './page-text.ts'

/** Degrees clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270

/** The smallest box around all of these; of which there is at least one. */
export function union(boxes: Box[]): Box {
  const left = Math.min(...boxes.map((b) => b.left))
  const top = Math.min(...boxes.map((b) => b.top))
  const right = Math.max(...boxes.map((b) => b.left + b.width))
  const bottom = Math.max(...boxes.map((b) => b.top + b.height))
  return { left, top, width: right - left, height: bottom - top }
}

/** The same place once the page has been turned clockwise. */
export function turnBox({ left, top, width, height }: Box, degrees: QuarterTurn): Box {
  const [right, bottom] = [left + width, top + height]
  if (degrees === 90) return { left: 1 - bottom, top: left, width: height, height: width }
  if (degrees === 180) return { left: 1 - right, top: 1 - bottom, width, height }
  if (degrees === 270) return { left: top, top: 1 - right, width: height, height: width }
  return { left, top, width, height }
}

/** The same place before the page was turned clockwise. */
export const turnBoxBack = (box: Box, degrees: QuarterTurn): Box =>
  turnBox(box, ((360 - degrees) % 360) as QuarterTurn)

/** Whether the middle of a box lies in an area. */
export function isWithin({ left, top, width, height }: Box, area: Box): boolean {
  const [x, y] = [left + width / 2, top + height / 2]
  return x >= area.left && x <= area.left + area.width && y >= area.top && y <= area.top + area.height
}

/** Where a box of a part of a page lies on the whole page. */
export const onWhole = ({ left, top, width, height }: Box, part: Box): Box => ({
  left: part.left + left * part.width,
  top: part.top + top * part.height,
  width: width * part.width,
  height: height * part.height,
})

/** Two areas that have less than this share of the smaller one in common show different things. */
const SHARED = 0.3

/** Whether two areas of a picture show different things. All of it (undefined) shows everything. */
export function areApart(one: Box | undefined, other: Box | undefined): boolean {
  if (!one || !other) return false
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left)
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top)
  const shared = Math.max(0, across) * Math.max(0, down)
  return shared < SHARED * Math.min(one.width * one.height, other.width * other.height)
}
