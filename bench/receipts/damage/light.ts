import type { Random } from '../../random.ts'
import type { Raster } from './raster.ts'

/** What the room and the sensor do to a photograph. */
export interface Light {
  /** How dark the shadow of a hand or the phone is, 0 for none. */
  shadow: number
  /** How much darker one end is than the other. */
  falloff: number
  /** The lamp's colour. */
  tint: readonly [number, number, number]
  /** 1 is well exposed. */
  exposure: number
  /** The sensor's noise, in grey levels. */
  grain: number
}

export function chooseLight(random: Random): Light {
  const isDim = random.chance(0.2)
  return {
    shadow: random.chance(0.4) ? random.between(0.15, 0.5) : 0,
    falloff: random.between(0, 0.3),
    tint: random.pick([
      [1, 1, 1],
      [1, 0.96, 0.86],
      [0.95, 0.98, 1],
    ]),
    exposure: isDim ? random.between(0.35, 0.6) : random.between(0.8, 1.05),
    grain: isDim ? random.between(5, 10) : random.between(1, 4),
  }
}

const smooth = (x: number) => {
  const t = Math.min(1, Math.max(0, x))
  return t * t * (3 - 2 * t)
}

/** Lights the photograph in place. */
export function light(
  { data, width, height }: Raster,
  { shadow, falloff, tint, exposure, grain }: Light,
  random: Random,
) {
  const [angle, edge, soft] = [
    random.between(0, 2 * Math.PI),
    random.between(-0.25, 0.25),
    random.between(0.03, 0.2),
  ]
  const [towardsX, towardsY] = [Math.cos(angle), Math.sin(angle)]
  const darker = random.chance(0.5) ? 1 : -1
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const px = x / width - 0.5
      const py = y / height - 0.5
      const inShadow = smooth((px * towardsX + py * towardsY - edge) / soft + 0.5)
      const bright = exposure * (1 - shadow * inShadow) * (1 - falloff * (0.5 + darker * py))
      const noise = grain * (random.next() + random.next() - 1) * 1.7
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        const value = (data[at + channel] ?? 0) * bright * (tint[channel] ?? 1) + noise
        data[at + channel] = Math.min(255, Math.max(0, value))
      }
    }
  }
}
