import type { Box, PictureProblem } from '../../reading/page-text.ts'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { paperOf } from './brightness.ts'

/** A line of text on its page. */
interface PlacedLine {
  text: string
  confidence: number
  box: Box
}

/** The mean confidence of a page's characters below which it is too poor to rely on. */
const POOR = 0.85
/** Characters; a receipt with fewer was hardly seen. */
const FEW = 30
/** Paper below this brightness is in the dark. */
const DARK = 75
/** How much of a difference over two pixels is made within one: near 1 where edges are sharp, 0.5 where all is blurred. */
const BLURRED = 0.62
/** Difference of neighbours from which a pixel counts as an edge. */
const EDGE = 12

/** What makes a picture hard to read, so that a better one can be asked for; empty if it is good enough. */
export function problemsOf(view: GrayImage, lines: PlacedLine[]): PictureProblem[] {
  const problems: PictureProblem[] = []
  if (isPoor(lines)) {
    problems.push(paperOf(view) < DARK ? 'dark' : sharpnessOf(view) < BLURRED ? 'blurred' : 'unclear')
  }
  return problems
}

function isPoor(lines: PlacedLine[]): boolean {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0)
  const sure = lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return characters < FEW || sure < POOR * characters
}

function sharpnessOf({ width, height, data }: GrayImage): number {
  let [near, far] = [0, 0]
  for (let row = 0; row < height; row += 3) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column
      const [before, here, after] = [data[at - 1] ?? 0, data[at] ?? 0, data[at + 1] ?? 0]
      const both = Math.abs(after - before)
      if (both < EDGE) continue
      far += both
      near += Math.max(Math.abs(here - before), Math.abs(after - here))
    }
  }
  return far === 0 ? 0 : near / far
}
