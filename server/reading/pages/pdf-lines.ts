import type { Box, TextLine } from '../page-text.ts'

/** Gaps between characters, in heights of the line, that start a new word and a new piece of the row. */
const PIECE_GAP = 1.5
const WORD_GAP = 0.25
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

function toPieces(row: Glyph[], aspect: number): TextLine[] {
  const pieces: { text: string; glyphs: Glyph[] }[] = []
  for (const glyph of row) {
    const piece = pieces.at(-1)
    const last = piece?.glyphs.at(-1)
    if (!piece || !last) {
      pieces.push({ text: glyph.character, glyphs: [glyph] })
      continue
    }
    const gap = ((glyph.box.left - last.box.left - last.box.width) * aspect) / glyph.box.height
    if (gap > PIECE_GAP) pieces.push({ text: glyph.character, glyphs: [glyph] })
    else {
      piece.text += (glyph.spaced || gap > WORD_GAP ? ' ' : '') + glyph.character
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
