import sharp from 'sharp'

/** A picture in memory: three bytes a pixel, row by row. */
export interface Raster {
  data: Uint8Array
  width: number
  height: number
}

export async function rasterOf(picture: Buffer, width?: number): Promise<Raster> {
  const { data, info } = await sharp(picture)
    .resize({ width, withoutEnlargement: true })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

export const sharpOf = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 3 } })

/** Writes the colour between the four pixels around a point into `to`. */
export function sample({ data, width, height }: Raster, x: number, y: number, to: Float64Array) {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)))
  const dx = Math.min(1, Math.max(0, x - left))
  const dy = Math.min(1, Math.max(0, y - top))
  const at = (top * width + left) * 3
  const below = at + width * 3
  for (let channel = 0; channel < 3; channel++) {
    const upper = (data[at + channel] ?? 0) * (1 - dx) + (data[at + 3 + channel] ?? 0) * dx
    const lower = (data[below + channel] ?? 0) * (1 - dx) + (data[below + 3 + channel] ?? 0) * dx
    to[channel] = upper * (1 - dy) + lower * dy
  }
}
