import { type QuarterTurn, turnBox } from '../boxes.ts'
import type { Box, PageText } from '../page-text.ts'
import {
  floatsAt,
  onPage,
  type PageFrame,
  quarterTurn,
  rectangleAt,
  toShown,
  wholePoints,
} from './pdf-geometry.ts'
import { type Glyph, toLines } from './pdf-lines.ts'
import type { Pdfium } from './pdfium.ts'

/** Fewer letters and digits than this are a stamp or a page number, not a receipt. */
const LEAST_CHARACTERS = 20
/** A page covered to this share by pictures is a scan: text on it comes from somebody else's OCR, often poor. */
const SCAN_COVER = 0.5
/** No receipt has more. It bounds the time a page can take. */
const MOST_CHARACTERS = 100_000

const IMAGE_OBJECT = 3
/** Text within this many degrees of the page's direction belongs to its rows; watermarks and margin notes do not. */
const MOST_SLANT = 20

/**
 * The text a program wrote into a page, with boxes in fractions of the upright page; null for scans and pages without
 * usable text. A page whose text does not run from left to right as shown is turned, and says so in `turned`.
 */
export function readTextLayer(
  pdfium: Pdfium,
  page: number,
  { number, frame }: { number: number; frame: PageFrame },
): PageText | null {
  if (imageCover(pdfium, page, frame) > SCAN_COVER) return null
  const all = readGlyphs(pdfium, page, frame)
  const direction = mainDirection(all)
  const turned = quarterTurn(-direction / 90)
  const glyphs = all
    .filter(({ angle }) => slant(angle, direction) <= MOST_SLANT)
    .map((glyph) => ({ ...glyph, box: turnBox(glyph.box, turned) }))
  const broken = glyphs.filter(({ character }) => /[\uFFFD\p{Co}\p{Cc}]/u.test(character)).length
  if (glyphs.filter(isWord).length < LEAST_CHARACTERS || broken > 0.1 * glyphs.length) return null
  const { width, height } = turned % 180 ? swapped(frame.size) : frame.size
  return {
    page: number,
    ...wholePoints({ width, height }),
    ...(turned && { turned }),
    lines: toLines(glyphs, width / height),
  }
}

const isWord = ({ character }: Glyph) => /[\p{L}\p{N}]/u.test(character)

const swapped = ({ width, height }: PageFrame['size']) => ({ width: height, height: width })

/** The quarter turn that most letters and digits are nearest to. */
function mainDirection(glyphs: Glyph[]): QuarterTurn {
  const counts = [0, 0, 0, 0]
  for (const { angle } of glyphs.filter(isWord)) {
    const turns = Math.round(angle / 90) % 4
    counts[turns] = (counts[turns] ?? 0) + 1
  }
  return quarterTurn(counts.indexOf(Math.max(...counts)))
}

/** Degrees between two directions, 0..180. */
function slant(a: number, b: number): number {
  const between = Math.abs(a - b) % 360
  return Math.min(between, 360 - between)
}

/** The share of the visible page that its pictures cover; scanners cut a page into strips. */
function imageCover(pdfium: Pdfium, page: number, frame: PageFrame): number {
  const at = pdfium._malloc(16)
  let covered = 0
  const objects = pdfium._FPDFPage_CountObjects(page)
  for (let index = 0; index < objects; index++) {
    const object = pdfium._FPDFPage_GetObject(page, index)
    if (pdfium._FPDFPageObj_GetType(object) !== IMAGE_OBJECT) continue
    if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue
    const [left = 0, bottom = 0, right = 0, top = 0] = floatsAt(pdfium, at)
    const box = onPage(toShown(frame, { left, bottom, right, top }))
    if (box) covered += box.width * box.height
  }
  pdfium._free(at)
  return Math.min(1, covered)
}

/** The characters on the visible page. What /CropBox hides is not part of the receipt. */
function readGlyphs(pdfium: Pdfium, page: number, frame: PageFrame): Glyph[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (!text) return []
  const at = pdfium._malloc(16)
  const glyphs: Glyph[] = []
  const count = Math.min(MOST_CHARACTERS, pdfium._FPDFText_CountChars(text))
  let spaced = false
  for (let index = 0; index < count; index++) {
    const code = pdfium._FPDFText_GetUnicode(text, index)
    if (code <= 0x20) spaced = true
    if (code <= 0x20 || code > 0x10ffff || !pdfium._FPDFText_GetLooseCharBox(text, index, at)) continue
    const box = visiblePart(toShown(frame, rectangleAt(pdfium, at)))
    if (box) {
      // -1: the angle is unknown.
      const radians = Math.max(0, pdfium._FPDFText_GetCharAngle(text, index))
      const angle = ((radians * 180) / Math.PI + frame.rotate) % 360
      glyphs.push({ character: String.fromCodePoint(code), spaced, box, angle })
    }
    spaced = false
  }
  pdfium._free(at)
  pdfium._FPDFText_ClosePage(text)
  return glyphs
}

/** Null if less than half of the character can be seen. */
function visiblePart(box: Box): Box | null {
  const part = onPage(box)
  return part && part.width * part.height >= 0.5 * box.width * box.height ? part : null
}
