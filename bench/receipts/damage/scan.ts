import sharp from 'sharp'
import { createRandom } from '../../random.ts'
import { photographed } from './camera.ts'
import { light } from './light.ts'
import { rasterOf, sharpOf } from './raster.ts'
import { tableOf, WOOD } from './table.ts'

/** What becomes of a scan; `clean`: it is only saved again. */
export const scanDamages = ['clean', 'rot90', 'rot180', 'photo'] as const
export type ScanDamage = (typeof scanDamages)[number]

/** Pixels of the longer side of a scan, and of the width of its paper in a photograph. */
const LONGEST = 3500
const PAPER_WIDTH = 1400
/** Of a photograph: how much of the table is seen around the paper, in shares of the paper's width. */
const TABLE = 0.25
/** The phone is tilted by so many radians; the paper lies up to so many askew. */
const LEAN = 0.35
const ASKEW = 0.14
/** Deviation of the blur, as a share of the paper's width. */
const BLUR = 0.8 / 700
const EXPOSURE = 0.8
const SHADOW = 0.45
const GRAIN = 5.8

/** A scan with a damage. The same seed gives the same picture. @returns JPEG */
export async function damagedScan(path: string, damage: ScanDamage, seed: number): Promise<Buffer> {
  const scan = sharp(path).resize({
    width: LONGEST,
    height: LONGEST,
    fit: 'inside',
    withoutEnlargement: true,
  })
  if (damage === 'photo') return photographOf(await scan.png({ compressionLevel: 0 }).toBuffer(), seed)
  const turned = { clean: 0, rot90: 270, rot180: 180 }[damage]
  return sharp(await scan.png({ compressionLevel: 0 }).toBuffer())
    .rotate(turned)
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** The paper on a wooden table in the shadow of a hand: tilted, soft, dark, grainy and saved small. */
async function photographOf(scan: Buffer, seed: number): Promise<Buffer> {
  const random = createRandom(seed)
  const paper = await rasterOf(scan, PAPER_WIDTH)
  const size = {
    width: Math.round(paper.width * (1 + 2 * TABLE)),
    height: paper.height + 2 * Math.round(TABLE * paper.width),
  }
  const pose = {
    turn: random.between(-ASKEW, ASKEW),
    lean: -LEAN,
    sway: random.normal() * 0.03,
    share: Math.max(paper.width / size.width, paper.height / size.height),
    off: [0, 0],
    curl: 0,
    phase: 0,
  } as const
  const photo = photographed(paper, tableOf(WOOD, random), pose, size)
  const soft = await sharpOf(photo)
    .blur(BLUR * paper.width)
    .raw()
    .toBuffer()
  const lit = { ...size, data: new Uint8Array(soft) }
  const falloff = random.between(0.1, 0.4)
  light(lit, { shadow: SHADOW, falloff, tint: [1, 1, 1], exposure: EXPOSURE, grain: GRAIN }, random)
  return sharpOf(lit).jpeg({ quality: 70 }).toBuffer()
}
