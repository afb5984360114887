import ort from 'onnxruntime-node'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { loadAlphabet } from './alphabet.ts'
import { decode } from './decode.ts'
import type { TurnedRect } from './geometry.ts'
import type { LineCutter } from './line-crops.ts'
import { openModel } from './model.ts'
import { spacedText } from './spacing.ts'

/** The size of the network's input in pixels: its height, and the range of its width. */
const HEIGHT = 48
const NARROWEST = 32
const WIDEST = 48 * 60

export interface ReadLine {
  text: string
  /** The mean probability of its characters, 0..1. */
  confidence: number
}

/** Reads one line at a time at its own width, which is faster on a CPU than padded batches. */
export async function createRecogniser(modelPath: string, dictionaryPath: string) {
  const model = await openModel(modelPath)
  const alphabet = await loadAlphabet(dictionaryPath)
  return {
    /** Null if nothing is read. */
    async recognise(cutter: LineCutter, rect: TurnedRect, upsideDown = false): Promise<ReadLine | null> {
      const width = Math.round((HEIGHT * rect.width) / rect.height)
      const line = cutter.cut(rect, {
        height: HEIGHT,
        width: Math.min(WIDEST, Math.max(NARROWEST, width)),
        upsideDown,
      })
      const output = await model.run(new ort.Tensor('float32', normalized(line), [1, 3, HEIGHT, line.width]))
      const characters = decode(output.data, output.dims[1] ?? 0, alphabet)
      const text = spacedText(characters, line)
      if (text === '') return null
      const sum = characters.reduce((total, { probability }) => total + probability, 0)
      return { text, confidence: sum / characters.length }
    },
  }
}

export type Recogniser = Awaited<ReturnType<typeof createRecogniser>>

/** Scales to -1..1, the same in all three planes. */
function normalized({ data }: GrayImage): Float32Array {
  const planes = new Float32Array(3 * data.length)
  for (let at = 0; at < data.length; at++) planes[at] = (data[at] ?? 0) / 127.5 - 1
  planes.copyWithin(data.length, 0, data.length)
  planes.copyWithin(2 * data.length, 0, data.length)
  return planes
}
