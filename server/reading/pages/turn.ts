import type { GrayImage } from './gray-image.ts'

/** Rotates a picture clockwise. */
export function turn(image: GrayImage, degrees: 90 | 180 | 270): GrayImage {
  const { width, height, data } = image
  if (degrees === 180) return { width, height, data: data.toReversed() }
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = degrees === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y
      turned[at] = data[y * width + x] ?? 0
    }
  }
  return { width: height, height: width, data: turned }
}
