import type { Box, PageText } from '../page-text.ts'
import type { GrayImage } from './gray-image.ts'
import { turn } from './turn.ts'

/** Darker pixels are ink. */
const INK = 128
/** Of the ink on a page, the share that its text must cover; the rest are rules, logos and codes. */
const LEAST_COVERED = 0.5
/** The share of lines that may stand where there is no ink: text that nobody sees. */
const MOST_UNSEEN = 0.25
/** Of the letters, the share that must be vowels: two in five are. A font with a wrong table of characters has fewer. */
const LEAST_VOWELS = 0.22
const WORDS_TO_JUDGE = 8
/** Of the words read from the picture, the share that the text layer must have. */
const LEAST_SHARED = 0.6
const SURE = 0.8

/** Whether the text of a page may not be what the page shows: its picture, rendered as shown, decides. */
export function isDoubtful(text: PageText, shown: GrayImage): boolean {
  if (isGibberish(text)) return true
  const picture = text.turned ? turn(shown, text.turned) : shown
  const { covered, unseen } = comparedWithInk(
    picture,
    text.lines.map(({ box }) => box),
  )
  return covered < LEAST_COVERED || unseen > MOST_UNSEEN
}

/** The page to believe: its text layer if that has the words its picture shows, else what was read from the picture. */
export function settle(text: PageText, read: PageText): PageText {
  const known = new Set(wordsOf(text.lines))
  const seen = wordsOf(read.lines.filter(({ confidence }) => confidence >= SURE))
  const shared = seen.filter((word) => known.has(word)).length
  const isShown = seen.length < WORDS_TO_JUDGE || shared >= LEAST_SHARED * seen.length
  return isShown ? text : read
}

const wordsOf = (lines: { text: string }[]) =>
  lines.flatMap(({ text }) => text.toUpperCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])

function isGibberish({ lines }: PageText): boolean {
  const words = wordsOf(lines).filter((word) => /^[A-Z]{4,}$/.test(word))
  if (words.length < WORDS_TO_JUDGE) return false
  const letters = words.join('')
  return letters.replace(/[^AEIOUY]/g, '').length < LEAST_VOWELS * letters.length
}

function comparedWithInk({ width, height, data }: GrayImage, boxes: Box[]) {
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 255) < INK) row++
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  const at = (y: number, x: number) => sums[y * (width + 1) + x] ?? 0
  const inkIn = ({ left, top, width: across, height: down }: Box) => {
    const [x0, x1] = [clamp(left * width, width), clamp((left + across) * width, width)]
    const [y0, y1] = [clamp(top * height, height), clamp((top + down) * height, height)]
    return at(y1, x1) - at(y0, x1) - at(y1, x0) + at(y0, x0)
  }
  const inks = boxes.map(inkIn)
  const all = at(height, width)
  return {
    covered: all === 0 ? 1 : Math.min(1, inks.reduce((sum, ink) => sum + ink, 0) / all),
    unseen: inks.filter((ink) => ink === 0).length / Math.max(1, boxes.length),
  }
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))
