import type { Look } from './looks.ts'
import type { Type, Typesetter } from './typesetter.ts'

/** What is drawn where; text at the beginning of its baseline. */
export type Mark =
  | { is: 'text'; text: string; type: Type; x: number; y: number }
  | { is: 'rule'; x: number; y: number; width: number; thickness: number }
  | { is: 'qr'; text: string; x: number; y: number; side: number }
  /** An emblem: path data in a square of 100. */
  | { is: 'emblem'; path: string; x: number; y: number; side: number }

export interface Cell {
  text: string
  /** The cell's sides as shares of the sheet's inner width. */
  from?: number
  to?: number
  align?: 'left' | 'centre' | 'right'
}

interface TextOptions {
  /** Times the usual size. */
  scale?: number
  isBold?: boolean
  font?: Type['font']
}

/** Paper that is written from the top to the bottom. */
export interface Sheet {
  look: Look
  marks: Mark[]
  /** How far it is written, pixels. */
  readonly bottom: number
  /** Of its look's height each, below each other. */
  readonly pages: number
  row(cells: Cell[], options?: TextOptions): void
  centre(text: string, options?: TextOptions): void
  left(text: string, options?: TextOptions): void
  /** Words on the left, a value on the right. */
  pair(left: string, right: string, options?: TextOptions): void
  rule(): void
  /** Blank space, in lines. */
  gap(lines?: number): void
  qr(text: string): void
  emblem(path: string): void
  /** Goes on at the top of the next page. Only looks with a height have pages. */
  nextPage(): void
}

const LEADING = 1.32

/** Breaks between words so that no line is wider. A single word may be. */
function wrap(text: string, most: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > most) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

export function createSheet(look: Look, typesetter: Typesetter): Sheet {
  const inner = look.width - 2 * look.margin
  const marks: Mark[] = []
  let y = look.margin
  let pages = 1

  function row(cells: Cell[], { scale = 1, isBold = false, font = look.font }: TextOptions = {}) {
    const type: Type = { font, size: look.size * scale, isBold }
    const widthOf = (text: string) => typesetter.width(text, type)
    const lineHeight = type.size * LEADING
    let most = 1
    for (const { text, from = 0, to = 1, align = 'left' } of cells) {
      const [start, end] = [look.margin + from * inner, look.margin + to * inner]
      const lines = wrap(text, end - start, widthOf)
      most = Math.max(most, lines.length)
      lines.forEach((line, i) => {
        const spare = end - start - widthOf(line)
        const x = start + { left: 0, centre: spare / 2, right: spare }[align]
        marks.push({ is: 'text', text: line, type, x, y: y + i * lineHeight + type.size })
      })
    }
    y += most * lineHeight
  }

  function figure(side: number, mark: (x: number, y: number) => Mark) {
    marks.push(mark((look.width - side) / 2, y))
    y += side + look.size * 0.5
  }

  return {
    look,
    marks,
    get bottom() {
      return y
    },
    get pages() {
      return pages
    },
    row,
    centre: (text, options) => row([{ text, align: 'centre' }], options),
    left: (text, options) => row([{ text }], options),
    pair(left, right, options) {
      const size = look.size * (options?.scale ?? 1)
      const taken = typesetter.width(right, {
        font: options?.font ?? look.font,
        size,
        isBold: options?.isBold,
      })
      const to = 1 - (taken + size * 0.6) / inner
      row(
        [
          { text: left, to },
          { text: right, align: 'right' },
        ],
        options,
      )
    },
    rule() {
      if (look.isPlainRule) {
        marks.push({ is: 'rule', x: look.margin, y: y + look.size * 0.4, width: inner, thickness: 2.5 })
        y += look.size * 0.9
        return
      }
      const width = typesetter.width('-', { font: look.font, size: look.size })
      row([{ text: '-'.repeat(Math.floor(inner / width)) }])
    },
    gap(lines = 0.6) {
      y += lines * look.size
    },
    qr(text) {
      const side = Math.min(inner, look.size * 8)
      figure(side, (x, top) => ({ is: 'qr', text, x, y: top, side }))
    },
    nextPage() {
      if (!look.height) throw new Error(`${look.name} has no pages`)
      y = pages * look.height + look.margin
      pages++
    },
    emblem(path) {
      const side = look.size * 3.4
      figure(side, (x, top) => ({ is: 'emblem', path, x, y: top, side }))
    },
  }
}
