import { BLANK } from './characters.ts'

export interface ReadCharacter {
  character: string
  /** The position of its middle in the line, 0..1. */
  at: number
  probability: number
  /** The steps of the line that it was read from, the last one excluded. */
  from: number
  to: number
}

/** The best class of each step along a line, and its probability. */
export interface Steps {
  best: ArrayLike<number | bigint>
  probability: ArrayLike<number>
}

/** The best classes of a network's output: `steps` rows with one probability per class. */
export function bestOfEach(probabilities: Float32Array, steps: number): Steps {
  const classes = probabilities.length / steps
  const best = new Uint16Array(steps)
  const probability = new Float32Array(steps)
  for (let step = 0; step < steps; step++) {
    const row = step * classes
    let top = BLANK
    for (let index = 1; index < classes; index++) {
      if ((probabilities[row + index] ?? 0) > (probabilities[row + top] ?? 0)) top = index
    }
    best[step] = top
    probability[step] = probabilities[row + top] ?? 0
  }
  return { best, probability }
}

/** Greedy CTC: the best class of each step, repetitions merged, blanks dropped. */
export function decode({ best, probability }: Steps, characters: string[]): ReadCharacter[] {
  const read: ReadCharacter[] = []
  const steps = best.length
  for (let step = 0; step < steps; ) {
    const index = Number(best[step])
    let end = step + 1
    while (end < steps && Number(best[end]) === index) end++
    if (index !== BLANK) {
      let highest = 0
      for (let at = step; at < end; at++) highest = Math.max(highest, probability[at] ?? 0)
      const character = characters[index] ?? ''
      read.push({ character, at: (step + end) / 2 / steps, probability: highest, from: step, to: end })
    }
    step = end
  }
  return read
}
