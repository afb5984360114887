import ort from 'onnxruntime-node'
import type { GrayImage } from '../../reading/pages/gray-image.ts'
import { bestOfEach, decode, type ReadCharacter } from './decode.ts'
import type { TurnedRect } from './geometry.ts'
import { type Words, withKnownWords } from './known-words.ts'
import type { LineCutter } from './line-crops.ts'
import { floats, openModel } from './model.ts'
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

export interface Recognised {
  /** Null if nothing is read. */
  line: ReadLine | null
  /** What a head with other classes reads the line from; only of a network that gives it. */
  features: ort.Tensor | null
}

/** Cuts a line out at the recognisers' height and at its own width, which is faster on a CPU than padded batches. */
export function stripOf(cutter: LineCutter, rect: TurnedRect, upsideDown = false): GrayImage {
  const width = Math.round((HEIGHT * rect.width) / rect.height)
  return cutter.cut(rect, {
    height: HEIGHT,
    width: Math.min(WIDEST, Math.max(NARROWEST, width)),
    upsideDown,
  })
}

/** Opens a network that reads Latin text from strips. */
export async function createRecogniser(modelPath: string, characters: string[]) {
  const model = await openModel(modelPath)
  return {
    /** @param words by which what is read is corrected */
    async recognise(strip: GrayImage, words?: Words): Promise<Recognised> {
      const input = new ort.Tensor('float32', normalized(strip), [1, 1, HEIGHT, strip.width])
      const { characters: output, features } = await model.run(input)
      const steps = output?.dims[1] ?? 0
      const values = floats(output)
      const read = decode(bestOfEach(values, steps), characters)
      const line = lineOf(words ? withKnownWords(read, { values, characters }, words) : read, strip)
      return { line, features: features ?? null }
    },
  }
}

export type Recogniser = Awaited<ReturnType<typeof createRecogniser>>

/** The line that the characters read from a strip make; null if there are none. */
export function lineOf(characters: ReadCharacter[], strip: GrayImage): ReadLine | null {
  const text = spacedText(characters, strip)
  if (text === '') return null
  const sum = characters.reduce((total, { probability }) => total + probability, 0)
  return { text, confidence: sum / characters.length }
}

/** Shades scaled to -1..1. */
const SCALED = Float32Array.from({ length: 256 }, (_, shade) => shade / 127.5 - 1)

function normalized({ data }: GrayImage): Float32Array {
  const values = new Float32Array(data.length)
  for (let at = 0; at < data.length; at++) values[at] = SCALED[data[at] ?? 0] ?? 0
  return values
}
