import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { loadCharacters } from './characters.ts'
import { createChineseReader } from './chinese.ts'
import { flattened, type TextRegion } from './flatten.ts'
import type { Point, TurnedRect } from './geometry.ts'
import { loadWords, type Words } from './known-words.ts'
import { createLineCutter } from './line-crops.ts'
import type { EngineModels } from './models.ts'
import { inReadingOrder } from './order.ts'
import { createRecogniser, type ReadLine, stripOf } from './recogniser.ts'
import type { View } from './view.ts'

/** A line that the tiny network reads with less is read again by the small one. */
const IN_DOUBT = 0.97
/**
 * No line is read again if the tiny network's doubts of its characters add up to less than this: of 4,000 such lines, the small
 * one read a dozen otherwise, and none of the digits.
 */
const NO_DOUBT = 0.03
/** Lines from the top that are read again: there is the name of the shop, of which every letter matters. */
const NAME_LINES = 6
/** The name may be among these too, in a line without a digit. */
const HEAD_LINES = 10
/** Lines from the top that are looked at a third time if the networks disagree on their letters. */
const DISPUTED_LINES = 6
/** How much more of the paper above and below the line is seen then: its print is smaller and otherwise placed. */
const TALLER = 1.15
/** What a line must have to be the name of a shop. */
const FEWEST_LETTERS = 4
const LETTERS_SHARE = 0.6
/** Amounts, dates and numbers: one wrong digit is a wrong value, and no dictionary of words tells. */
const FIGURES = /\d[.,:/-]\s?\d/
/** Below the last amount, lines of letters read with at least this are thanks, terms and advertisements. */
const CLOSING_WORDS = 0.8
const AMOUNT = /\d[.,]\s?\d\d(?!\d)/
/** A line that the small network reads with less may be of other characters than Latin ones. */
const HARDLY_LATIN = 0.8
/** A single character read with less is a speck, a hole or a piece of a logo. */
const MERE_SPECK = 0.6

export interface Piece extends Place {
  line: ReadLine
  /** The other readings of the line, also those that agree. */
  alternatives: ReadLine[]
}

/** Where a line is, and where its middle would be on flat paper; null if the paper is flat. */
interface Place {
  rect: TextRegion
  flat: Point | null
}

/** A line before it is read, and what the tiny network reads. */
interface Glance extends Place {
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
  const words = await loadWords(models.words)

  async function readAgain(
    { rect, flat, strip, line }: Glance,
    { onChinesePage, by, taller }: Second,
  ): Promise<Reading> {
    const { line: second, features } = await small.recognise(strip, by)
    const hardlyLatin = onChinesePage || (second?.confidence ?? 0) < HARDLY_LATIN
    const third = hardlyLatin && features ? await chinese.read(features, strip, onChinesePage) : null
    if (third) return { isChinese: true, piece: { rect, flat, line: third, alternatives: [] } }
    const piece = pieceOf({ rect, flat }, second, line)
    if (piece && taller && second && line && areDisputed(second, line)) {
      const { line: again } = await small.recognise(taller(), by)
      if (again) piece.alternatives.push(again)
    }
    return { isChinese: false, piece }
  }

  return {
    /** Opens a view for reading. What is read of it once is not read again. */
    open({ image, rects }: View) {
      const cutter = createLineCutter(image)
      const glances = new Map<TurnedRect, Omit<Glance, keyof Place>>()

      async function glanceAt(rect: TurnedRect, upsideDown = false): Promise<Omit<Glance, keyof Place>> {
        const known = upsideDown ? undefined : glances.get(rect)
        if (known) return known
        const strip = stripOf(cutter, rect, upsideDown)
        const glance = { strip, line: (await tiny.recognise(strip)).line }
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
          const middles = flattened(rects)
          const unread = rects.map((rect, index) => {
            const flat = middles?.[index] ?? null
            return { rect, flat, middle: flat ?? rect }
          })
          const seen: Glance[] = []
          for (const { rect, flat } of inReadingOrder(unread)) {
            seen.push({ rect, flat, ...(await glanceAt(rect)) })
          }
          const lastAmount = seen.findLastIndex(({ line }) => AMOUNT.test(line?.text ?? ''))
          const readings: (Reading & { glance: Glance })[] = []
          for (const [index, glance] of seen.entries()) {
            const second = {
              onChinesePage: false,
              by: index < HEAD_LINES ? words : undefined,
              ...(index < DISPUTED_LINES && { taller: () => stripOf(cutter, tallerThan(glance.rect)) }),
            }
            const once = { isChinese: false, piece: pieceOf(glance, glance.line, null) }
            const isClosing = lastAmount >= 0 && index > lastAmount
            const again = matters(glance.line, { index, isClosing })
            readings.push({ glance, ...(again ? await readAgain(glance, second) : once) })
          }
          // Of a line that is half Chinese, the Latin classes may leave no more than a doubtless amount.
          if (readings.some(({ isChinese }) => isChinese)) {
            for (const reading of readings) {
              if (reading.isChinese) continue
              Object.assign(reading, await readAgain(reading.glance, { onChinesePage: true }))
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

interface Second {
  onChinesePage: boolean
  /** Words by which the line is corrected. */
  by?: Words | undefined
  /** The line with more of the paper around it. */
  taller?: () => GrayImage
}

interface Reading {
  /** Null if nothing is read. */
  piece: Piece | null
  isChinese: boolean
}

/** @param index of the line from the top; `isClosing`: below the last amount */
function matters(
  line: ReadLine | null,
  { index, isClosing }: { index: number; isClosing: boolean },
): boolean {
  if (!line) return true
  const { text, confidence } = line
  if ((1 - confidence) * text.length < NO_DOUBT) return false
  const hasDigit = /\d/.test(text)
  if (index < NAME_LINES || (index < HEAD_LINES && !hasDigit)) return true
  if (confidence < IN_DOUBT) return hasDigit || !isClosing || confidence < CLOSING_WORDS
  return FIGURES.test(text)
}

const tallerThan = (rect: TurnedRect): TurnedRect => ({ ...rect, height: rect.height * TALLER })

/** Whether two readings of a line that is mostly letters differ in one. */
function areDisputed(a: ReadLine, b: ReadLine): boolean {
  const [one, other] = [a, b].map(({ text }) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  const letters = one?.replace(/\d/g, '').length ?? 0
  return (
    one !== undefined && one !== other && letters >= FEWEST_LETTERS && letters >= LETTERS_SHARE * one.length
  )
}

const isSpeck = ({ text, confidence }: ReadLine) => text.length === 1 && confidence < MERE_SPECK

function pieceOf({ rect, flat }: Place, line: ReadLine | null, other: ReadLine | null): Piece | null {
  if (!line) return other && { rect, flat, line: other, alternatives: [] }
  return { rect, flat, line, alternatives: other ? [other] : [] }
}
