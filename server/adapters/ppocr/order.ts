import type { TurnedRect } from './geometry.ts'

/** Two pieces stand on one row while their middles are this share of the lower one's height apart. */
const SAME_ROW = 0.5

/** How much the lines of a page fall from left to right: the tangent of their angle, of the wide ones the median. */
export function slopeOf(rects: TurnedRect[]): number {
  const wide = rects.filter((rect) => rect.width > 4 * rect.height)
  const angles = (wide.length >= 3 ? wide : rects).map((rect) => rect.angle).toSorted((a, b) => a - b)
  return Math.tan(angles[Math.floor(angles.length / 2)] ?? 0)
}

/** Row by row from the top, from left to right within a row; along the lines' own slope. */
export function inReadingOrder<T extends { rect: TurnedRect }>(pieces: T[], slope: number): T[] {
  const level = ({ rect }: T) => rect.y - slope * rect.x
  const rows: T[][] = []
  for (const piece of pieces.toSorted((a, b) => level(a) - level(b))) {
    const row = rows.at(-1)
    const first = row?.[0]
    const apart = first ? level(piece) - level(first) : Infinity
    if (row && first && apart < SAME_ROW * Math.min(first.rect.height, piece.rect.height)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.rect.x - b.rect.x))
}
