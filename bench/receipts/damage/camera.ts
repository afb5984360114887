import type { Random } from '../../random.ts'
import { type Raster, sample } from './raster.ts'
import type { Table } from './table.ts'

type Vector = readonly [number, number, number]

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

/** How the paper lies before the camera. Angles in radians. */
export interface Pose {
  /** Turned on the table. */
  turn: number
  /** Leaning backwards and sideways. */
  lean: number
  sway: number
  /** The share of the photograph that the paper takes, along the side that fills it more. */
  share: number
  /** How far the middle is off, as shares of the photograph. */
  off: readonly [number, number]
  /** How high its waves are, as a share of its width. */
  curl: number
  /** Where the waves begin. */
  phase: number
}

export function choosePose(random: Random): Pose {
  const turned = random.chance(0.06) ? random.pick([Math.PI / 2, -Math.PI / 2, Math.PI]) : 0
  return {
    turn: turned + random.normal() * 0.05,
    lean: random.normal() * 0.12,
    sway: random.normal() * 0.08,
    share: random.between(0.62, 0.98),
    off: [random.normal() * 0.02, random.normal() * 0.02],
    curl: random.chance(0.4) ? random.between(0.002, 0.01) : 0,
    phase: random.between(0, 6),
  }
}

/** The paper's sides as directions in front of the camera. */
function axesOf({ turn, lean, sway }: Pose): [right: Vector, down: Vector] {
  const [ct, st, cl, sl, cs, ss] = [turn, turn, lean, lean, sway, sway].map((angle, i) =>
    i % 2 === 0 ? Math.cos(angle) : Math.sin(angle),
  ) as [number, number, number, number, number, number]
  const tilted = ([x, y, z]: Vector): Vector => {
    const [y1, z1] = [y * cl - z * sl, y * sl + z * cl]
    return [x * cs + z1 * ss, y1, z1 * cs - x * ss]
  }
  return [tilted([ct, st, 0]), tilted([-st, ct, 0])]
}

/** Photographs paper on a table: each pixel's ray meets the paper, the paper's waves move what it shows. */
export function photographed(
  paper: Raster,
  table: Table,
  pose: Pose,
  size: { width: number; height: number },
): Raster {
  const { width, height } = size
  const [right, down] = axesOf(pose)
  const isUpright = Math.abs(Math.cos(pose.turn)) > 0.7
  const [paperWidth, paperHeight] = isUpright ? [paper.width, paper.height] : [paper.height, paper.width]
  const focus = 1.2 * Math.max(width, height)
  const distance = focus / (pose.share * Math.min(width / paperWidth, height / paperHeight))
  const perPixel = distance / focus
  const middle: Vector = [pose.off[0] * width * perPixel, pose.off[1] * height * perPixel, distance]
  const normal = cross(right, down)
  const [reach, middleRight, middleDown] = [dot(normal, middle), dot(middle, right), dot(middle, down)]
  const waves = pose.curl * paper.width
  const photo: Raster = { data: new Uint8Array(width * height * 3), width, height }
  const colour = new Float64Array(3)
  // No arrays in the loops: they run once a pixel.
  for (let y = 0; y < height; y++) {
    const rayY = (y - height / 2) / focus
    for (let x = 0; x < width; x++) {
      const rayX = (x - width / 2) / focus
      const far = reach / (normal[0] * rayX + normal[1] * rayY + normal[2])
      let u = far * (right[0] * rayX + right[1] * rayY + right[2]) - middleRight + paper.width / 2
      let v = far * (down[0] * rayX + down[1] * rayY + down[2]) - middleDown + paper.height / 2
      let bright = 1
      if (waves > 0) {
        const along = (v / paper.height) * 9 + pose.phase
        const across = (u / paper.width) * 5 + pose.phase
        u += waves * Math.sin(along)
        v += 1.6 * waves * Math.sin(across)
        bright = 1 + 12 * pose.curl * Math.cos(across)
      }
      if (u >= 0 && v >= 0 && u < paper.width && v < paper.height) sample(paper, u, v, colour)
      else {
        table(x, y, colour)
        bright = 1
      }
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        photo.data[at + channel] = Math.min(255, Math.max(0, (colour[channel] ?? 0) * bright))
      }
    }
  }
  return photo
}
