import sharp from 'sharp'
import { createRandom, seedOf } from '../random.ts'
import type { ExampleReceipt } from './receipts.ts'

/** Pixels of the photograph's longer side at most: what a phone sends after its own reduction. */
const WIDTH = 1080
const MARGIN = 90
const FADE = 50
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

/**
 * Makes a clean picture of a receipt look photographed: paper on a desk, a little askew, lit from one side, with the
 * grain and softness of a phone's camera.
 * @param page PNG of the flat paper
 * @returns JPEG
 */
export async function photograph(page: Buffer, { name, look }: ExampleReceipt): Promise<Buffer> {
  const paper = await sharp(page).rotate(look.degrees, { background: CLEAR }).png().toBuffer()
  const { width = 0, height = 0 } = await sharp(paper).metadata()
  const size = { width: width + 2 * MARGIN, height: height + 2 * MARGIN }
  // Room for the shadow to fade out.
  const spread = await sharp(paper)
    .extend({ top: FADE, bottom: FADE, left: FADE, right: FADE, background: CLEAR })
    .png()
    .toBuffer()
  const shadow = await sharp(spread)
    .composite([
      {
        input: Buffer.from([0, 0, 0, 150]),
        raw: { width: 1, height: 1, channels: 4 },
        tile: true,
        blend: 'in',
      },
    ])
    .blur(14)
    .png()
    .toBuffer()
  const lit = await sharp({ create: { ...size, channels: 3, background: look.desk } })
    .composite([
      { input: shadow, left: MARGIN - FADE + 8, top: MARGIN - FADE + 12, blend: 'over' },
      { input: paper, left: MARGIN, top: MARGIN },
      { input: light(size, look.shade), blend: 'multiply' },
    ])
    .png()
    .toBuffer()
  // Grain belongs to the camera, so it comes after the reduction to the photograph's size.
  const photo = await sharp(lit).resize({ width: WIDTH, withoutEnlargement: true }).blur(0.6).png().toBuffer()
  const { width: photoWidth = 0, height: photoHeight = 0 } = await sharp(photo).metadata()
  const raw = { width: photoWidth, height: photoHeight, channels: 3 as const }
  return sharp(photo)
    .composite([{ input: grainOf(raw, seedOf(name)), raw, blend: 'soft-light' }])
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer()
}

/** Light from one side, as an SVG gradient. */
function light({ width, height }: { width: number; height: number }, shade: ExampleReceipt['look']['shade']) {
  const [x1, y1, x2, y2] = { left: [1, 0, 0, 0.2], right: [0, 0, 1, 0.2], top: [0, 1, 0.2, 0] }[shade]
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="l" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="0" stop-color="#fff"/><stop offset="0.55" stop-color="#f2efe8"/><stop offset="1" stop-color="#c3beb4"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#l)"/></svg>`)
}

function grainOf({ width, height }: { width: number; height: number }, seed: number) {
  const { next: random } = createRandom(seed)
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) {
    const value = 128 + Math.round((random() + random() + random() - 1.5) * 26)
    pixels.fill(value, at, at + 3)
  }
  return pixels
}
