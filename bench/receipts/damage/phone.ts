import type { Sharp } from 'sharp'
import { createRandom, type Random } from '../../random.ts'
import { choosePose, photographed } from './camera.ts'
import { chooseLight, light } from './light.ts'
import { rasterOf, sharpOf } from './raster.ts'
import { chooseTable } from './table.ts'

/** Sizes of photographs as phones keep or send them. */
const SIZES = [
  { width: 1200, height: 1600, often: 0.35 },
  { width: 1536, height: 2048, often: 0.4 },
  { width: 2268, height: 3024, often: 0.25 },
]

function chooseSize(random: Random): { width: number; height: number } {
  let draw = random.next()
  for (const { width, height, often } of SIZES) {
    if (draw < often) return { width, height }
    draw -= often
  }
  return { width: 1536, height: 2048 }
}

/** Out of focus, or moved while the shutter was open. */
function blurred(photo: Sharp, width: number, random: Random): Sharp {
  const unit = width / 1536
  if (random.chance(0.2)) {
    const reach = Math.max(3, Math.round(random.between(2, 5) * unit)) | 1
    const isLevel = random.chance(0.5)
    const kernel = { width: isLevel ? reach : 3, height: isLevel ? 3 : reach }
    const line = Array.from({ length: kernel.width * kernel.height }, (_, i) => {
      const [x, y] = [i % kernel.width, Math.floor(i / kernel.width)]
      return (isLevel ? y === 1 : x === 1) ? 1 : 0
    })
    return photo.convolve({ ...kernel, kernel: line })
  }
  return photo.blur(Math.max(0.31, random.between(0.3, 1.3) * unit))
}

/** A flat receipt as a phone would photograph it on a table. @param flat PNG @returns JPEG */
export async function asPhoneWould(flat: Buffer, seed: number): Promise<Buffer> {
  const random = createRandom(seed)
  const pose = choosePose(random)
  const upright = chooseSize(random)
  // Sideways paper is photographed with the phone held sideways.
  const isSideways = Math.abs(Math.sin(pose.turn)) > 0.7
  const size = isSideways ? { width: upright.height, height: upright.width } : upright
  const paper = await rasterOf(flat, upright.width)
  const table = chooseTable(random)
  const photo = photographed(paper, table, pose, size)
  const soft = await blurred(sharpOf(photo), upright.width, random).raw().toBuffer()
  const lit = { ...size, data: new Uint8Array(soft) }
  light(lit, chooseLight(random), random)
  return sharpOf(lit)
    .jpeg({ quality: random.int(55, 90) })
    .toBuffer()
}
