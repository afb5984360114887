import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { loadCharacters } from './characters.ts'
import { createChineseReader } from './chinese.ts'
import type { TurnedRect } from './geometry.ts'
import { createLineCutter } from './line-crops.ts'
import type { EngineModels } from './models.ts'
import { inReadingOrder, slopeOf } from './order.ts'
import { createRecogniser, type ReadLine, stripOf } from './recogniser.ts'
import type { View } from './view.ts'

/** A line that the tiny network reads with less is read again by the small one. */
const IN_DOUBT = 0.97
/** Lines from the top that are always read again: there is the name of the shop, of which every letter matters. */
const HEAD_LINES = 10
/** Amounts, dates and numbers: one wrong digit is a wrong value, and no dictionary of words tells. */
const FIGURES = /\d[.,:/-]\s?\d/
/** A line that the small network reads with less may be of other characters than Latin ones. */
const HARDLY_LATIN = 0.8
/** A single character read with less is a speck, a hole or a piece of a logo. */
const MERE_SPECK = 0.6

export interface Piece {
  rect: TurnedRect
  line: ReadLine
  /** The other readings of the line, also those that agree. */
  alternatives: ReadLine[]
}

/** A line before it is read, and what the tiny network reads. */
interface Glance {
  rect: TurnedRect
  strip: GrayImage
  line: ReadLine | null
}

/**
 * Reads lines with two networks. The tiny one takes a fifth of the small one's time and makes twice its errors, so it
 * reads every line, and the small one reads again what matters or is in doubt.
 */
export async function createLineReader(models: EngineModels) {
  const { latin, full } = await loadCharacters(models.characters)
  const tiny = await createRecogniser(models.tiny, latin)
  const small = await createRecogniser(models.small, latin)
  const chinese = await createChineseReader(models.fullHead, full)

  async function readAgain({ rect, strip, line }: Glance, onChinesePage: boolean): Promise<Reading> {
    const { line: second, features } = await small.recognise(strip)
    const hardlyLatin = onChinesePage || (second?.confidence ?? 0) < HARDLY_LATIN
    const third = hardlyLatin && features ? await chinese.read(features, strip, onChinesePage) : null
    if (third) return { isChinese: true, piece: { rect, line: third, alternatives: [] } }
    return { isChinese: false, piece: pieceOf(rect, second, line) }
  }

  return {
    /** Opens a view for reading. What is read of it once is not read again. */
    open({ image, rects }: View) {
      const cutter = createLineCutter(image)
      const glances = new Map<TurnedRect, Glance>()

      async function glanceAt(rect: TurnedRect, upsideDown = false): Promise<Glance> {
        const known = upsideDown ? undefined : glances.get(rect)
        if (known) return known
        const strip = stripOf(cutter, rect, upsideDown)
        const glance = { rect, strip, line: (await tiny.recognise(strip)).line }
        if (!upsideDown) glances.set(rect, glance)
        return glance
      }

      return {
        /** The tiny network's reading of some lines, for comparing directions. */
        async glance(some: TurnedRect[], upsideDown = false): Promise<ReadLine[]> {
          const lines: ReadLine[] = []
          for (const rect of some) {
            const { line } = await glanceAt(rect, upsideDown)
            if (line) lines.push(line)
          }
          return lines
        },
        /** All lines in reading order. */
        async read(): Promise<Piece[]> {
          const unread = rects.map((rect) => ({ rect }))
          const readings: (Reading & { glance: Glance })[] = []
          for (const { rect } of inReadingOrder(unread, slopeOf(rects))) {
            const glance = await glanceAt(rect)
            const again = readings.length < HEAD_LINES || matters(glance.line)
            const once = { isChinese: false, piece: pieceOf(rect, glance.line, null) }
            readings.push({ glance, ...(again ? await readAgain(glance, false) : once) })
          }
          // Of a line that is half Chinese, the Latin classes may leave no more than a doubtless amount.
          if (readings.some(({ isChinese }) => isChinese)) {
            for (const reading of readings) {
              if (!reading.isChinese) Object.assign(reading, await readAgain(reading.glance, true))
            }
          }
          return readings.flatMap(({ piece }) => (piece && !isSpeck(piece.line) ? piece : []))
        },
      }
    },
  }
}

export type LineReader = Awaited<ReturnType<typeof createLineReader>>
export type OpenView = ReturnType<LineReader['open']>

interface Reading {
  /** Null if nothing is read. */
  piece: Piece | null
  isChinese: boolean
}

const matters = (line: ReadLine | null) => !line || line.confidence < IN_DOUBT || FIGURES.test(line.text)

const isSpeck = ({ text, confidence }: ReadLine) => text.length === 1 && confidence < MERE_SPECK

function pieceOf(rect: TurnedRect, line: ReadLine | null, other: ReadLine | null): Piece | null {
  if (!line) return other && { rect, line: other, alternatives: [] }
  return { rect, line, alternatives: other ? [other] : [] }
}
