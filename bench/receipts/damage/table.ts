import type { Random } from '../../random.ts'
import { createNoise } from './noise.ts'

/** How bright and of which colour the table is at a point of the photograph. */
export type Table = (x: number, y: number, to: Float64Array) => void

export interface Surface {
  colour: [number, number, number]
  /** How far its pattern reaches along and across the grain, in pixels, and how strong it is. */
  grain: [number, number]
  strength: number
}

export const WOOD: Surface = { colour: [150, 105, 66], grain: [420, 7], strength: 0.3 }

const SURFACES: Surface[] = [
  WOOD,
  { colour: [92, 66, 48], grain: [300, 10], strength: 0.35 },
  { colour: [205, 190, 165], grain: [5, 5], strength: 0.12 },
  { colour: [96, 102, 108], grain: [60, 60], strength: 0.1 },
  { colour: [226, 226, 222], grain: [200, 120], strength: 0.05 },
  { colour: [45, 48, 52], grain: [4, 4], strength: 0.15 },
  { colour: [120, 140, 120], grain: [9, 9], strength: 0.3 },
]

export const chooseTable = (random: Random) => tableOf(random.pick(SURFACES), random)

/** A table of this surface; its pattern is chosen. */
export function tableOf({ colour, grain, strength }: Surface, random: Random): Table {
  const noise = createNoise(random)
  const [turnX, turnY] = random.pick([
    [1, 0],
    [0, 1],
  ] as const)
  return (x, y, to) => {
    const along = x * turnX + y * turnY
    const across = x * turnY + y * turnX
    const bright =
      1 +
      strength *
        (noise(along / grain[0], across / grain[1]) +
          0.5 * noise(along / grain[0] / 3, across / grain[1] / 3))
    for (let channel = 0; channel < 3; channel++) to[channel] = (colour[channel] ?? 0) * bright
  }
}
