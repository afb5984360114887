import { merchantCandidates } from '../../server/reading/fields/merchant.ts'
import { type Features, scoreOf } from '../../server/reading/fields/rank.ts'
import { layOut } from '../../server/reading/fields/rows.ts'
import type { PageText } from '../../server/reading/page-text.ts'
import { likeness } from '../eval/likeness.ts'
import { bare, type Key } from '../eval/score.ts'

const STEPS = 250
/** A misread name still shows which line was meant. */
const LIKE_ENOUGH = 0.85

export type Weights = Record<string, number>

/** One receipt's candidates for its merchant. */
export interface Example {
  shop: string
  candidates: Features[]
  /** Candidates that equal the key. */
  right: boolean[]
  /** What learning aims at: the right ones or, where a misread name equals none, the nearest. */
  aim: boolean[]
}

export function exampleOf(pages: PageText[], key: Key): Example {
  const candidates = merchantCandidates(layOut(pages))
  const shop = bare(key.company ?? '')
  const right = candidates.map(({ name }) => bare(name) === shop)
  const near = candidates.map(({ name }) => likeness(bare(name), shop))
  const nearest = Math.max(LIKE_ENOUGH, ...near)
  return {
    shop,
    candidates: candidates.map(({ features }) => features),
    right,
    aim: right.includes(true) ? right : near.map((one) => one === nearest),
  }
}

/** Chance of each candidate; what is left to 1 is "none of these". */
function chances(example: Example, weights: Weights): number[] {
  const scores = example.candidates.map((features) => scoreOf(features, weights))
  const ceiling = Math.max(0, ...scores)
  const masses = scores.map((score) => Math.exp(score - ceiling))
  const sum = masses.reduce((a, b) => a + b, Math.exp(-ceiling))
  return masses.map((mass) => mass / sum)
}

/** An example with its features as places in one array of numbers: learning passes over it hundreds of times. */
interface Packed {
  weight: number
  candidates: { places: number[]; amounts: number[]; isAim: boolean }[]
}

function pack(examples: Example[], places: Map<string, number>): Packed[] {
  const sizes = Map.groupBy(examples, (example) => example.shop)
  return examples.map(({ shop, candidates, aim }) => ({
    weight: 1 / (sizes.get(shop)?.length ?? 1),
    candidates: candidates.map((features, i) => ({
      places: Object.keys(features).map((name) => places.get(name) ?? 0),
      amounts: Object.values(features),
      isAim: aim[i] ?? false,
    })),
  }))
}

/** Adds to `gradient` how each weight should move for this example. */
function addPush({ weight, candidates }: Packed, weights: Float64Array, gradient: Float64Array) {
  const scores = candidates.map(({ places, amounts }) =>
    places.reduce((sum, place, i) => sum + (weights[place] ?? 0) * (amounts[i] ?? 0), 0),
  )
  const ceiling = Math.max(0, ...scores)
  const masses = scores.map((score) => Math.exp(score - ceiling))
  const all = masses.reduce((a, b) => a + b, Math.exp(-ceiling))
  const aimed = candidates.reduce((sum, { isAim }, i) => sum + (isAim ? (masses[i] ?? 0) : 0), 0)
  candidates.forEach(({ places, amounts, isAim }, c) => {
    const mass = masses[c] ?? 0
    const push = weight * ((isAim ? mass / Math.max(aimed, 1e-12) : 0) - mass / all)
    places.forEach((place, i) => {
      gradient[place] = (gradient[place] ?? 0) + push * (amounts[i] ?? 0)
    })
  })
}

/** Gradient steps, each weight's scaled by its recent slopes (RMSProp), the step shrinking over time. */
export function learn(examples: Example[], prior: Weights, pull: number): Weights {
  const names = [
    ...new Set([...Object.keys(prior), ...examples.flatMap((e) => e.candidates.flatMap(Object.keys))]),
  ]
  const packed = pack(examples, new Map(names.map((name, i) => [name, i])))
  const start = Float64Array.from(names, (name) => prior[name] ?? 0)
  const weights = start.slice()
  const speed = new Float64Array(names.length)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((value, i) => -pull * (value - (start[i] ?? 0)))
    for (const example of packed) addPush(example, weights, gradient)
    gradient.forEach((slope, i) => {
      speed[i] = 0.9 * (speed[i] ?? 0) + 0.1 * slope ** 2
      weights[i] = (weights[i] ?? 0) + (0.08 * slope) / (Math.sqrt(speed[i]) + 1e-6) / (1 + step / 40)
    })
  }
  return Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0]))
}

export function wins(example: Example, weights: Weights): boolean {
  const chance = chances(example, weights)
  return example.right[chance.indexOf(Math.max(...chance))] ?? false
}
