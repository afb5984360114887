import { type Alphabet, BLANK } from './alphabet.ts'

export interface ReadCharacter {
  character: string
  /** The position of its middle in the line, 0..1. */
  at: number
  probability: number
}

/** A character counts as Chinese from this probability on, and a line from this share of its characters. */
const SURELY_CHINESE = 0.7
const CHINESE_SHARE = 0.4

/**
 * Decodes the network's output for a line, `steps` rows with one probability per class (greedy CTC: the best class of
 * each step, repetitions merged, blanks dropped). Only Latin characters are considered unless the line is clearly
 * Chinese: the network is trained on Chinese and reads dashes as 一 and zeros as 口.
 */
export function decode(probabilities: Float32Array, steps: number, alphabet: Alphabet): ReadCharacter[] {
  const classes = alphabet.characters.length
  const best = new Uint16Array(steps)
  let chinese = 0
  let last = BLANK
  for (let step = 0; step < steps; step++) {
    const row = step * classes
    const latin = bestOf(probabilities, row, alphabet.latin)
    best[step] = latin
    // Searching all classes at every step would take longer than the network itself.
    const sure = (probabilities[row + latin] ?? 0) > 1 - SURELY_CHINESE
    const any = sure ? latin : bestOfAll(probabilities, row, classes)
    if (any !== last && alphabet.isChinese(any) && (probabilities[row + any] ?? 0) > SURELY_CHINESE) chinese++
    last = any
  }
  const latin = merge(probabilities, best, alphabet)
  if (chinese < 2 || chinese < CHINESE_SHARE * (chinese + latin.length)) return latin
  for (let step = 0; step < steps; step++) best[step] = bestOfAll(probabilities, step * classes, classes)
  return merge(probabilities, best, alphabet)
}

function bestOf(probabilities: Float32Array, row: number, classes: Uint16Array): number {
  let best = BLANK
  for (const index of classes) {
    if ((probabilities[row + index] ?? 0) > (probabilities[row + best] ?? 0)) best = index
  }
  return best
}

function bestOfAll(probabilities: Float32Array, row: number, classes: number): number {
  let best = BLANK
  for (let index = 1; index < classes; index++) {
    if ((probabilities[row + index] ?? 0) > (probabilities[row + best] ?? 0)) best = index
  }
  return best
}

function merge(probabilities: Float32Array, best: Uint16Array, alphabet: Alphabet): ReadCharacter[] {
  const read: ReadCharacter[] = []
  const classes = alphabet.characters.length
  for (let step = 0; step < best.length; ) {
    const index = best[step] ?? BLANK
    let end = step + 1
    while (end < best.length && best[end] === index) end++
    if (index !== BLANK) {
      let probability = 0
      for (let at = step; at < end; at++) {
        probability = Math.max(probability, probabilities[at * classes + index] ?? 0)
      }
      read.push({
        character: alphabet.characters[index] ?? '',
        at: (step + end) / 2 / best.length,
        probability,
      })
    }
    step = end
  }
  return read
}
