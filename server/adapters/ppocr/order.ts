import type { Point, TurnedRect } from './geometry.ts'

/** Two pieces are on one row if their middles are less than this share of the smaller height apart. */
const SAME_ROW = 0.5

/** Sorts pieces into rows from the top, and from left to right within a row, by where they are on the flattened page. */
export function inReadingOrder<T extends { rect: TurnedRect; middle: Point }>(pieces: T[]): T[] {
  const rows: T[][] = []
  for (const piece of pieces.toSorted((a, b) => a.middle.y - b.middle.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const apart = first ? piece.middle.y - first.middle.y : Infinity
    if (row && first && apart < SAME_ROW * Math.min(first.rect.height, piece.rect.height)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.middle.x - b.middle.x))
}
