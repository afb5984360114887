import { fileURLToPath } from 'node:url'

/** Paths of the networks, of the characters they read, and of the words they know. */
export interface EngineModels {
  detector: string
  tiny: string
  small: string
  fullHead: string
  characters: string
  /** Words by which the head of a receipt is corrected. */
  words: string
}

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const weights = (name: string) => beside(`./weights/${name}`)

/** The PP-OCRv6 weights and the words beside this file; weights/README.md and words/README.md say how they were made. */
export function ownModels(): EngineModels {
  return {
    detector: weights('detector.onnx'),
    tiny: weights('recogniser-tiny.onnx'),
    small: weights('recogniser-small.onnx'),
    fullHead: weights('full-head.onnx'),
    characters: weights('characters.json'),
    words: beside('./words/words.json'),
  }
}
