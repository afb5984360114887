import { union } from '../../reading/boxes.ts'
import type { Box } from '../../reading/page-text.ts'

interface PlacedLine {
  text: string
  box: Box
  flat?: Box
}

/** Lines, letters and lines with figures that each half has if it is a receipt of its own, not the column of prices. */
const LINES = 8
const LETTERS = 60
const FIGURES = 3
/** Places between the outermost lines at which the gap between two receipts is looked for. */
const PLACES = 40
/** A line may reach this far beyond a place without crossing it, in shares of the page's width. */
const SLACK = 0.01

/**
 * The areas of two receipts that lie side by side in one picture, the one with more text first; null if there is only
 * one. Receipts have columns too, but no line of the head or foot crosses the gap between two receipts.
 */
export function receiptsApart(lines: PlacedLine[]): [Box, Box] | null {
  if (lines.length < 2 * LINES) return null
  const boxes = lines.map(({ box, flat }) => flat ?? box)
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.left + box.width))
  for (let place = PLACES / 5; place <= (4 * PLACES) / 5; place++) {
    const at = left + ((right - left) * place) / PLACES
    const crosses = (box: Box) => box.left + SLACK < at && at < box.left + box.width - SLACK
    if (boxes.some(crosses)) continue
    const isLeft = lines.map((_, index) => middle(boxes[index]) < at)
    const halves = [lines.filter((_, index) => isLeft[index]), lines.filter((_, index) => !isLeft[index])]
    const [first = [], second = []] = halves.toSorted((a, b) => lettersOf(b) - lettersOf(a))
    if (isReceipt(first) && isReceipt(second)) return [areaOf(first), areaOf(second)]
  }
  return null
}

const middle = (box?: Box) => (box ? box.left + box.width / 2 : 0)

const lettersOf = (lines: PlacedLine[]) =>
  lines.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0)

const isReceipt = (lines: PlacedLine[]) =>
  lines.length >= LINES &&
  lettersOf(lines) >= LETTERS &&
  lines.filter(({ text }) => /\d.?\d\d/.test(text)).length >= FIGURES

const areaOf = (lines: PlacedLine[]): Box => union(lines.map(({ box }) => box))
