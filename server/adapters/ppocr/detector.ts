import ort from 'onnxruntime-node'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { resizeArea } from '../../reading/pages/resize.ts'
import type { TurnedRect } from './geometry.ts'
import { openModel } from './model.ts'
import { textRegions } from './text-regions.ts'

/** The network halves its input five times. */
const STEP = 32
/** Pixels: about five times a usual receipt, so that an endless picture cannot take all memory. */
const MOST_PIXELS = 480 * 6000

// The means and deviations of ImageNet that PaddleOCR trains its detector with, for values of 0..1.
const MEANS = [0.485, 0.456, 0.406]
const DEVIATIONS = [0.229, 0.224, 0.225]

/** Finds the lines of text of a picture. */
export async function createDetector(modelPath: string) {
  const model = await openModel(modelPath)
  return {
    /** Looks at the picture `width` pixels wide; the rectangles are in the picture's own pixels. */
    async detect(image: GrayImage, width: number): Promise<TurnedRect[]> {
      const scale = Math.min(width / image.width, Math.sqrt(MOST_PIXELS / (image.width * image.height)))
      const toStep = (side: number) => Math.max(1, Math.round((side * scale) / STEP)) * STEP
      const whole = { left: 0, top: 0, width: image.width, height: image.height }
      const small = await resizeArea(image, whole, toStep(image.width), toStep(image.height))
      const map = await model.run(
        new ort.Tensor('float32', normalized(small), [1, 3, small.height, small.width]),
      )
      const across = image.width / small.width
      const down = image.height / small.height
      return textRegions(map.data, small.width, small.height).map((rect) => ({
        ...rect,
        x: rect.x * across,
        y: rect.y * down,
        width: rect.width * across,
        height: rect.height * down,
      }))
    },
  }
}

export type Detector = Awaited<ReturnType<typeof createDetector>>

function normalized({ data }: GrayImage): Float32Array {
  const planes = new Float32Array(3 * data.length)
  for (const [plane, mean] of MEANS.entries()) {
    const deviation = DEVIATIONS[plane] ?? 1
    for (let at = 0; at < data.length; at++) {
      planes[plane * data.length + at] = ((data[at] ?? 0) / 255 - mean) / deviation
    }
  }
  return planes
}
