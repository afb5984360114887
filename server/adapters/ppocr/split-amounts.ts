import type { TextRegion } from './flatten.ts'
import type { Point } from './geometry.ts'
import type { Piece } from './line-reader.ts'
import type { ReadLine } from './recogniser.ts'

/** Gap, in heights of a line, that the detector may see within an amount in large or bold print. */
const GAP = 1.2
const SAME_ROW = 0.5

/** Joins amounts of which the sen were taken for a line of their own (`78.` and `10`). Pieces are in reading order. */
export function withWholeAmounts(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before && continues(before, piece)) joined.splice(-1, 1, together(before, piece))
    else joined.push(piece)
  }
  return joined
}

const middleOf = ({ rect, flat }: Piece): Point => flat ?? rect

function continues(ringgit: Piece, sen: Piece): boolean {
  if (!/\d[.,]$/.test(ringgit.line.text) || !/^\d{2}(?!\d)/.test(sen.line.text)) return false
  const [left, right] = [middleOf(ringgit), middleOf(sen)]
  const height = Math.min(ringgit.rect.height, sen.rect.height)
  const gap = right.x - left.x - (ringgit.rect.width + sen.rect.width) / 2
  return gap < GAP * height && Math.abs(right.y - left.y) < SAME_ROW * height
}

function together(a: Piece, b: Piece): Piece {
  const rect: TextRegion = {
    ...between(a.rect, b.rect, a, b),
    height: Math.max(a.rect.height, b.rect.height),
    angle: a.rect.angle,
    path: [...a.rect.path, ...b.rect.path],
    width: Math.hypot(b.rect.x - a.rect.x, b.rect.y - a.rect.y) + (a.rect.width + b.rect.width) / 2,
  }
  const flat = a.flat && b.flat ? between(a.flat, b.flat, a, b) : null
  const readTwice = a.alternatives.length > 0 || b.alternatives.length > 0
  return {
    rect,
    flat,
    line: joinedLine(a.line, b.line),
    alternatives: readTwice ? [joinedLine(a.alternatives[0] ?? a.line, b.alternatives[0] ?? b.line)] : [],
  }
}

/** The middle of both pieces together: from the left end of the one to the right end of the other. */
function between(left: Point, right: Point, a: Piece, b: Piece): Point {
  const length = Math.hypot(right.x - left.x, right.y - left.y) || 1
  const along = 0.5 + (b.rect.width - a.rect.width) / (4 * length)
  return { x: left.x + (right.x - left.x) * along, y: left.y + (right.y - left.y) * along }
}

const joinedLine = (a: ReadLine, b: ReadLine): ReadLine => ({
  text: a.text + b.text,
  confidence: Math.min(a.confidence, b.confidence),
})
