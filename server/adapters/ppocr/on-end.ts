import type { TurnedRect } from './geometry.ts'

/** Lines seen this much higher than wide stand on end. */
const ON_END = 1.5
/**
 * Of the area of all lines. Upright receipts have next to none on end; in those on their side, which the detector sees
 * at a third of their size, it runs so many lines together that this can be as little as a quarter.
 */
const SUSPICIOUS_SHARE = 0.1
/** Small print on a page on its side is not found at all. */
const FEW_LINES = 6

/** Whether what was found on a page gives reason to look at it from the side too. */
export function mayLieOnItsSide(rects: TurnedRect[]): boolean {
  let onEnd = 0
  let all = 0
  for (const { width, height } of rects) {
    all += width * height
    if (height > ON_END * width) onEnd += width * height
  }
  return rects.length < FEW_LINES || onEnd > SUSPICIOUS_SHARE * all
}
