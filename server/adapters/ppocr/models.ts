import { fileURLToPath } from 'node:url'

/** Paths of the networks and of the characters they read. */
export interface EngineModels {
  detector: string
  tiny: string
  small: string
  fullHead: string
  characters: string
}

const weights = (name: string) => fileURLToPath(new URL(`./weights/${name}`, import.meta.url))

/** The PP-OCRv6 weights beside this file; weights/README.md says how they were made. */
export function ownModels(): EngineModels {
  return {
    detector: weights('detector.onnx'),
    tiny: weights('recogniser-tiny.onnx'),
    small: weights('recogniser-small.onnx'),
    fullHead: weights('full-head.onnx'),
    characters: weights('characters.json'),
  }
}
