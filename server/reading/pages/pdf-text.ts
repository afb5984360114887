import type { Box, PageText, TextLine } from '../page-text.ts'
import { type PageSize, wholePoints } from './pdf-page-size.ts'
import type { Pdfium } from './pdfium.ts'

/** Fewer letters and digits than this are a stamp or a page number, not a receipt. */
const LEAST_CHARACTERS = 20
/** A page that a picture covers to this share is a scan: text on it is another reader's guess, often a poor one. */
const SCAN_COVER = 0.5
/** More is no receipt; reading it would take forever. */
const MOST_CHARACTERS = 100_000

const IMAGE_OBJECT = 3
/** Gaps between characters, in heights of the line: a new word, and a piece of its own on the same row. */
const PIECE_GAP = 1.5
const WORD_GAP = 0.25

interface Glyph {
  character: string
  /** The text itself has a space in front of it. */
  spaced: boolean
  /** Fractions of the page, as Box. */
  box: Box
}

/** The text of a page that a program wrote, with boxes in fractions of the page as shown; null for scans. */
export function readTextLayer(pdfium: Pdfium, page: number, size: PageSize): PageText | null {
  const { width, height } = size
  if (imageCover(pdfium, page, width, height) > SCAN_COVER) return null
  const glyphs = readGlyphs(pdfium, page)
  const real = glyphs.filter(({ character }) => /[\p{L}\p{N}]/u.test(character)).length
  const broken = glyphs.filter(({ character }) => /[\uFFFD\p{Co}\p{Cc}]/u.test(character)).length
  if (real < LEAST_CHARACTERS || broken > 0.1 * glyphs.length) return null
  return {
    page: 1,
    ...wholePoints(size),
    lines: toLines(glyphs, width / height),
  }
}

/** The share of the page that its largest picture covers. */
function imageCover(pdfium: Pdfium, page: number, width: number, height: number): number {
  const at = pdfium._malloc(16)
  let largest = 0
  const objects = pdfium._FPDFPage_CountObjects(page)
  for (let index = 0; index < objects; index++) {
    const object = pdfium._FPDFPage_GetObject(page, index)
    if (pdfium._FPDFPageObj_GetType(object) !== IMAGE_OBJECT) continue
    if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue
    const [left = 0, bottom = 0, right = 0, top = 0] = floats(pdfium, at)
    largest = Math.max(largest, (right - left) * (top - bottom))
  }
  pdfium._free(at)
  return largest / (width * height)
}

const floats = (pdfium: Pdfium, at: number) => new Float32Array(pdfium.HEAPU8.slice(at, at + 16).buffer)

function readGlyphs(pdfium: Pdfium, page: number): Glyph[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (!text) return []
  const at = pdfium._malloc(24)
  const glyphs: Glyph[] = []
  const count = Math.min(MOST_CHARACTERS, pdfium._FPDFText_CountChars(text))
  let spaced = false
  for (let index = 0; index < count; index++) {
    const code = pdfium._FPDFText_GetUnicode(text, index)
    if (code <= 0x20) spaced = true
    if (code <= 0x20 || code > 0x10ffff || !pdfium._FPDFText_GetLooseCharBox(text, index, at)) continue
    // FS_RECTF: left, top, right, bottom
    const [left = 0, top = 0, right = 0, bottom = 0] = floats(pdfium, at)
    const box = onScreen(pdfium, page, at, left, top, right, bottom)
    if (box.width > 0 && box.height > 0) glyphs.push({ character: String.fromCodePoint(code), spaced, box })
    spaced = false
  }
  pdfium._free(at)
  pdfium._FPDFText_ClosePage(text)
  return glyphs
}

/** PDFium gives whole pixels; a fine imaginary screen keeps the fractions. */
const SCREEN = 100_000

function onScreen(
  pdfium: Pdfium,
  page: number,
  at: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Box {
  const point = (x: number, y: number): [number, number] => {
    pdfium._FPDF_PageToDevice(page, 0, 0, SCREEN, SCREEN, 0, x, y, at + 16, at + 20)
    const [dx = 0, dy = 0] = new Int32Array(pdfium.HEAPU8.slice(at + 16, at + 24).buffer)
    return [dx / SCREEN, dy / SCREEN]
  }
  const [ax, ay] = point(left, top)
  const [bx, by] = point(right, bottom)
  return {
    left: Math.min(ax, bx),
    top: Math.min(ay, by),
    width: Math.abs(ax - bx),
    height: Math.abs(ay - by),
  }
}

/** Rows by their middles, cut into pieces at wide gaps as on a till roll: description, quantity, amount. */
function toLines(glyphs: Glyph[], aspect: number): TextLine[] {
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
