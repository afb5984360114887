import type { TurnedRect } from './geometry.ts'

/** Two pieces are on one row if their middles are less than this share of the smaller height apart. */
const SAME_ROW = 0.5

/** The slope of a page's lines in pixels down per pixel to the right: the median of the wide lines. */
export function slopeOf(rects: TurnedRect[]): number {
  const wide = rects.filter((rect) => rect.width > 4 * rect.height)
  const angles = (wide.length >= 3 ? wide : rects).map((rect) => rect.angle).toSorted((a, b) => a - b)
  return Math.tan(angles[Math.floor(angles.length / 2)] ?? 0)
}

/** Sorts pieces into rows from the top, and from left to right within a row, following the slope. */
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
