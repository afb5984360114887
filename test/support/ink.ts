import assert from 'node:assert/strict'
import sharp from 'sharp'
import type { PageText } from '../../server/reading/page-text.ts'

/** Darker than this (0 black, 255 white) is ink. */
const DARK = 160
/** Pixels by which ink may leave its box: anti-aliasing, and fonts that are taller than they say. */
const MARGIN = 3

/**
 * That the boxes of a page of nothing but text lie where the text is drawn: ink in each, none outside all of them.
 * @param picture the page as shown; it is turned upright as the page says
 */
export async function assertBoxesHoldInk(
  picture: Uint8Array,
  page: Pick<PageText, 'lines'> & { turned?: number | undefined },
): Promise<void> {
  const { data, info } = await sharp(picture)
    .rotate(page.turned ?? 0)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const covered = new Uint8Array(width * height)
  const isInk = (at: number) => (data[at * channels] ?? 255) < DARK

  for (const { text, box } of page.lines) {
    let ink = 0
    const right = Math.min(width, (box.left + box.width) * width + MARGIN)
    const bottom = Math.min(height, (box.top + box.height) * height + MARGIN)
    for (let y = Math.max(0, Math.floor(box.top * height) - MARGIN); y < bottom; y++)
      for (let x = Math.max(0, Math.floor(box.left * width) - MARGIN); x < right; x++) {
        covered[y * width + x] = 1
        if (isInk(y * width + x)) ink++
      }
    assert.ok(ink > 0, `no ink where "${text}" should be: ${JSON.stringify(box)} of ${width} x ${height}`)
  }
  let outside = 0
  for (let at = 0; at < covered.length; at++) if (!covered[at] && isInk(at)) outside++
  assert.equal(outside, 0, `${outside} dark pixels of ${width} x ${height} are outside every box`)
}
