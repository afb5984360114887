import { faceOf, facesFor, type Weight } from './faces.ts'

type Document = PDFKit.PDFDocument

export interface Style {
  size: number
  weight?: Weight
  color?: string
}

interface Run {
  font: string
  text: string
  width: number
}

/** A line of text, in runs of one font each. */
export interface Line {
  runs: Run[]
  width: number
}

export type Typeset = Awaited<ReturnType<typeof createTypeset>>

/**
 * Sets text in the fonts that cover its characters.
 * @param text all text of the document
 */
export async function createTypeset(doc: Document, text: string) {
  const weights: Weight[] = [400, 700]
  const usable = new Set<string>()
  for (const { face, characters } of facesFor(text)) {
    for (const weight of weights)
      doc.registerFont(fontOf(face.id, weight), await face.load(weight, characters))
    if (canSet(fontOf(face.id, 400), characters)) usable.add(face.id)
  }

  /** A font may have none of the characters that its package says it has, such as emoji; then it cannot be used at all. */
  function canSet(font: string, characters: string): boolean {
    try {
      doc.font(font).widthOfString(characters)
      return true
    } catch {
      return false
    }
  }

  /** A character without a font is drawn as the box of the Latin font; the text can still be copied. */
  function fontFor(character: string, weight: Weight) {
    const id = faceOf(character)?.id
    return fontOf(id !== undefined && usable.has(id) ? id : FALLBACK, weight)
  }

  function runsOf(piece: string, { size, weight = 400 }: Style): Run[] {
    const runs: { font: string; text: string }[] = []
    for (const character of piece) {
      const font = fontFor(character, weight)
      const last = runs.at(-1)
      if (last?.font === font) last.text += character
      else runs.push({ font, text: character })
    }
    return runs.map((run) => ({ ...run, width: doc.font(run.font).fontSize(size).widthOfString(run.text) }))
  }

  const widthOf = (piece: string, style: Style) =>
    runsOf(piece, style).reduce((total, { width }) => total + width, 0)

  /** The text in lines of at most this width, broken between words, and within a word that is longer than a line. */
  function linesOf(text: string, width: number, style: Style): Line[] {
    const lines: string[] = []
    let line = ''
    for (const piece of text.match(BREAKABLE) ?? []) {
      if (widthOf((line + piece).trimEnd(), style) <= width) {
        line += piece
        continue
      }
      if (line) lines.push(line)
      line = ''
      for (const character of piece) {
        if (line && widthOf(line + character, style) > width) {
          lines.push(line)
          line = ''
        }
        line += character
      }
    }
    if (line) lines.push(line)
    return lines.map((one) => {
      const runs = runsOf(one.trimEnd(), style)
      return { runs, width: runs.reduce((total, run) => total + run.width, 0) }
    })
  }

  /** Draws lines, the top of the first at `y`. */
  function draw(lines: Line[], x: number, y: number, style: Style & { right?: number }) {
    for (const [index, { runs, width }] of lines.entries()) {
      let at = style.right === undefined ? x : style.right - width
      for (const run of runs) {
        doc
          .font(run.font)
          .fontSize(style.size)
          .fillColor(style.color ?? 'black')
        // All fonts share one baseline, whatever their height.
        doc.text(run.text, at, y + index * leading(style) + style.size * ASCENT, {
          lineBreak: false,
          baseline: 'alphabetic',
        })
        at += run.width
      }
    }
  }

  return { linesOf, draw, heightOf: (lines: Line[], style: Style) => lines.length * leading(style) }
}

const FALLBACK = 'noto-sans-latin'
const ASCENT = 1.07
const leading = ({ size }: Style) => size * 1.38

const fontOf = (face: string, weight: Weight) => `${face}-${weight}`

/** A word with the spaces after it; no-break spaces are part of the word. Chinese may be broken after every character. */
const BREAKABLE = /\p{Script=Han} *|[^ \p{Script=Han}]+ *| +/gu
