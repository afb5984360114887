import type { Box, TextLine } from '../page-text.ts'

/** Gaps between characters, in heights of the line, that start a new word and a new piece of the row. */
const PIECE_GAP = 1.5
const WORD_GAP = 0.25
/** Letters set apart, as in headings: the usual gap of a row, in heights, from which it is so; and the gap of words then. */
const LETTER_SPACING = 0.2
const WORD_OF_SPACED = 1.7

export interface Glyph {
  character: string
  /** A space precedes it in the text itself. */
  spaced: boolean
  box: Box
  /** Degrees clockwise from reading direction, on the page as shown. */
  angle: number
}

/**
 * Groups characters into rows by their middles, and cuts rows into pieces at wide gaps, as on a till roll: description,
 * quantity, amount.
 * @param aspect the page's width divided by its height
 */
export function toLines(glyphs: Glyph[], aspect: number): TextLine[] {
  const middle = ({ box }: Glyph) => box.top + box.height / 2
  const rows: Glyph[][] = []
  for (const glyph of glyphs.toSorted((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && middle(glyph) - middle(last) < 0.3 * Math.min(last.box.height, glyph.box.height))
      row.push(glyph)
    else rows.push([glyph])
  }
  return rows.flatMap((row) =>
    toPieces(
      row.toSorted((a, b) => a.box.left - b.box.left),
      aspect,
    ),
  )
}

/** How far apart the characters of a row are, in heights of the line. */
const gapBetween = (last: Glyph, glyph: Glyph, aspect: number) =>
  ((glyph.box.left - last.box.left - last.box.width) * aspect) / glyph.box.height

/** The gap that most characters of a row keep; 0 where letters touch, as they usually do. */
function letterSpacing(row: Glyph[], aspect: number): number {
  if (row.length < 4) return 0
  const gaps = row.slice(1).map((glyph, at) => gapBetween(row[at] as Glyph, glyph, aspect))
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0
  return usual > LETTER_SPACING ? usual : 0
}

function toPieces(row: Glyph[], aspect: number): TextLine[] {
  const spacing = letterSpacing(row, aspect)
  const wordGap = Math.max(WORD_GAP, spacing * WORD_OF_SPACED)
  const pieceGap = Math.max(PIECE_GAP, spacing * 3.5)
  const pieces: { text: string; glyphs: Glyph[] }[] = []
  for (const glyph of row) {
    const piece = pieces.at(-1)
    const last = piece?.glyphs.at(-1)
    if (!piece || !last) {
      pieces.push({ text: glyph.character, glyphs: [glyph] })
      continue
    }
    const gap = gapBetween(last, glyph, aspect)
    // Between letters set apart, programs write spaces too.
    const spaced = glyph.spaced && spacing === 0
    if (gap > pieceGap) pieces.push({ text: glyph.character, glyphs: [glyph] })
    else {
      piece.text += (spaced || gap > wordGap ? ' ' : '') + glyph.character
      piece.glyphs.push(glyph)
    }
  }
  return pieces.map(({ text, glyphs }) => ({ text, box: around(glyphs), confidence: 1 }))
}

function around(glyphs: Glyph[]): Box {
  let [left, top, right, bottom] = [1, 1, 0, 0]
  for (const { box } of glyphs) {
    left = Math.min(left, box.left)
    top = Math.min(top, box.top)
    right = Math.max(right, box.left + box.width)
    bottom = Math.max(bottom, box.top + box.height)
  }
  return { left, top, width: right - left, height: bottom - top }
}
