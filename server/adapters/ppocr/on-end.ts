import type { TurnedRect } from './geometry.ts'

/** A line this many times higher than wide is on its side. */
const ON_END = 1.5
/**
 * Share of the area of all lines. Upright receipts have almost no lines on their side. In sideways receipts, which the
 * detector sees at a third of their size, so many lines are merged that the share can be as low as a quarter.
 */
const SUSPICIOUS_SHARE = 0.1
/** Small print on a sideways page is often not found at all. */
const FEW_LINES = 6

/** Whether the lines found on a page suggest trying it sideways too. */
export function mayLieOnItsSide(rects: TurnedRect[]): boolean {
  let onEnd = 0
  let all = 0
  for (const { width, height } of rects) {
    all += width * height
    if (height > ON_END * width) onEnd += width * height
  }
  return rects.length < FEW_LINES || onEnd > SUSPICIOUS_SHARE * all
}
