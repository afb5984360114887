import type { GrayImage } from '../../reading/pages/gray-image.ts'

/** Every so many pixels are looked at. */
const EVERY = 37

/** The brightness of the paper, 0..255: most of a receipt is paper, so it is that of the brighter pixels. */
export function paperOf({ data }: GrayImage): number {
  const counts = new Uint32Array(256)
  let seen = 0
  for (let at = 0; at < data.length; at += EVERY) {
    const shade = data[at] ?? 0
    counts[shade] = (counts[shade] ?? 0) + 1
    seen++
  }
  let brighter = 0
  for (let shade = 255; shade > 0; shade--) {
    brighter += counts[shade] ?? 0
    if (brighter > seen / 4) return shade
  }
  return 0
}
