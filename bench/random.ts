/** Random numbers that are the same for the same seed, so that what is drawn can be drawn again. */
export interface Random {
  /** 0 to below 1. */
  next(): number
  /** A whole number, both ends included. */
  int(least: number, most: number): number
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Some of a list, in a random order. */
  some<T>(list: readonly T[], count: number): T[]
  /** About normally distributed, mean 0, deviation 1. */
  normal(): number
}

/** A generator by mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from')
    return list[int(0, list.length - 1)] as T
  }
  return {
    next,
    int,
    pick,
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
    some(list, count) {
      const left = [...list]
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(int(0, left.length - 1), 1),
      ).flat()
    },
    normal: () => (next() + next() + next() + next() - 2) * 1.73,
  }
}

export const seedOf = (text: string) =>
  [...text].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7)
