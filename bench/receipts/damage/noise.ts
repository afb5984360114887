import type { Random } from '../../random.ts'

const SIDE = 128

const smooth = (t: number) => t * t * (3 - 2 * t)

/** Smooth noise over the plane, -1 to 1, that changes about once a unit. */
export function createNoise(random: Random): (x: number, y: number) => number {
  const lattice = Float64Array.from({ length: SIDE * SIDE }, () => random.between(-1, 1))
  const value = (x: number, y: number) => lattice[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))] ?? 0
  return (x, y) => {
    const left = Math.floor(x)
    const top = Math.floor(y)
    const dx = smooth(x - left)
    const dy = smooth(y - top)
    const upper = value(left, top) * (1 - dx) + value(left + 1, top) * dx
    const lower = value(left, top + 1) * (1 - dx) + value(left + 1, top + 1) * dx
    return upper * (1 - dy) + lower * dy
  }
}
