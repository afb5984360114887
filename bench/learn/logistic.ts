import { type Features, scoreOf } from '../../server/reading/fields/rank.ts'
import type { Weights } from './merchant-weights.ts'

export interface Observation {
  features: Features
  /** 0 to 1. */
  right: number
  weight: number
}

const STEPS = 4000
const RATE = 0.4
/** How strongly weights are held near where they begin. */
const PULL = 1

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

/**
 * The weights of a logistic regression by gradient descent, held near `start`; what is missing there begins at 0.
 * @param rising features of which more is never worse
 */
export function fitLogistic(observations: Observation[], start: Weights, rising: string[]): Weights {
  const names = [...new Set(observations.flatMap(({ features }) => Object.keys(features)))]
  const weights: Weights = Object.fromEntries(names.map((name) => [name, start[name] ?? 0]))
  const total = observations.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Map(names.map((name) => [name, -PULL * ((weights[name] ?? 0) - (start[name] ?? 0))]))
    for (const { features, right, weight } of observations) {
      const miss = weight * (right - sigmoid(scoreOf(features, weights)))
      for (const name of names) gradient.set(name, (gradient.get(name) ?? 0) + miss * (features[name] ?? 0))
    }
    for (const name of names) {
      const next = (weights[name] ?? 0) + (RATE * (gradient.get(name) ?? 0)) / total
      weights[name] = rising.includes(name) ? Math.max(0, next) : next
    }
  }
  return weights
}
