import ort from 'onnxruntime-node'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { resizeArea } from '../../reading/pages/resize.ts'
import type { TextRegion } from './flatten.ts'
import type { Point } from './geometry.ts'
import { floats, openModel } from './model.ts'
import { textRegions } from './text-regions.ts'

/** Sides are multiples of this: the network halves its input five times. */
const STEP = 32
/** Pixels of the network's input, about five times a usual receipt. It bounds the memory of a very long picture. */
const MOST_PIXELS = 480 * 6000

/** Pixels the network takes at once: a usual receipt, or a photograph of one. */
const PART_PIXELS = 480 * 960
/** Rows that two parts share, several lines of text. */
const OVERLAP = 4 * STEP

/** A long receipt has about two hundred lines. It bounds the time. */
const MOST_LINES = 1000

/** Finds the lines of text in a picture. */
export async function createDetector(modelPath: string) {
  const model = await openModel(modelPath)

  /** The probability of text at each pixel. A long picture passes in parts that overlap, as memory grows with the part. */
  async function mapOf(image: GrayImage): Promise<Float32Array> {
    const { width, height, data } = image
    const rows = rowsOfParts(width, height)
    const map = new Float32Array(width * height)
    for (let top = 0; ; ) {
      const part = new ort.Tensor('uint8', data.subarray(top * width, (top + rows) * width), [
        1,
        1,
        rows,
        width,
      ])
      const [output] = Object.values(await model.run(part))
      // The upper half of what overlaps was seen better in the part before.
      const from = top === 0 ? 0 : OVERLAP / 2
      map.set(floats(output).subarray(from * width), (top + from) * width)
      if (top + rows >= height) return map
      top = Math.min(top + rows - OVERLAP, height - rows)
    }
  }

  return {
    /** Scales the picture's shorter side to `side` pixels; the regions are in pixels of the original. */
    async detect(image: GrayImage, side: number): Promise<TextRegion[]> {
      const scale = Math.min(
        side / Math.min(image.width, image.height),
        Math.sqrt(MOST_PIXELS / (image.width * image.height)),
      )
      const across = toSteps(image.width * scale, MOST_PIXELS / STEP)
      const down = toSteps(image.height * scale, MOST_PIXELS / across)
      const whole = { left: 0, top: 0, width: image.width, height: image.height }
      const small = await resizeArea(image, whole, across, down)
      const regions = textRegions(await mapOf(small), across, down)
      const largest = regions.toSorted((a, b) => b.width * b.height - a.width * a.height).slice(0, MOST_LINES)
      const enlarged = ({ x, y }: Point) => ({ x: (x * image.width) / across, y: (y * image.height) / down })
      return largest.map((region) => ({
        ...enlarged(region),
        width: (region.width * image.width) / across,
        height: (region.height * image.height) / down,
        angle: region.angle,
        path: region.path.map(enlarged),
      }))
    },
  }
}

/** The rows of each part of a picture: as few parts as possible, of one size, so that they overlap little. */
function rowsOfParts(width: number, height: number): number {
  const most = Math.max(3 * OVERLAP, Math.floor(PART_PIXELS / width / STEP) * STEP)
  const parts = Math.max(1, Math.ceil((height - OVERLAP) / (most - OVERLAP)))
  return Math.ceil((height + (parts - 1) * OVERLAP) / parts / STEP) * STEP
}

/** Rounds to whole steps: at least one, at most what fits into `most` pixels, even if that distorts a very thin picture. */
const toSteps = (pixels: number, most: number) =>
  Math.max(1, Math.min(Math.round(pixels / STEP), Math.floor(most / STEP))) * STEP

export type Detector = Awaited<ReturnType<typeof createDetector>>
