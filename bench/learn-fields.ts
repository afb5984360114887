// Learns the weights by which the merchant is chosen: node bench/learn-fields.ts FOLDER --ids FILE [--pages DIR] [--write]
//
// The candidates of each receipt compete; the weights that make the right one win are found by gradient descent,
// held near the hand-set ones of eval/merchant-prior.json. Every shop counts the same, however many receipts it has.
// Learnt on the true text and, with --pages (see eval.ts), on the text read from the pictures. Printed: how often
// the right candidate wins, also on shops left out of the learning. --write puts the weights into weights.json.
// The weights of date and total are set by hand: learning them lost on shops left out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { otherReading } from '../server/reading/fields/agreement.ts'
import { merchantCandidates } from '../server/reading/fields/merchant.ts'
import { type Features, scoreOf } from '../server/reading/fields/rank.ts'
import { layOut } from '../server/reading/fields/rows.ts'
import type { PageText } from '../server/reading/page-text.ts'
import { likeness } from './eval/likeness.ts'
import { openReceiptSet } from './eval/receipt-set.ts'
import { bare, type Key } from './eval/score.ts'

const PARTS = 5
const STEPS = 250
/** A misread name still shows which line was meant. */
const LIKE_ENOUGH = 0.85
const PRIOR = new URL('./eval/merchant-prior.json', import.meta.url)
const WEIGHTS = new URL('../server/reading/fields/weights.json', import.meta.url)

type Weights = Record<string, number>

/** One receipt's candidates for its merchant. */
interface Example {
  shop: string
  candidates: Features[]
  /** Candidates that equal the key. */
  right: boolean[]
  /** What learning aims at: the right ones or, where a misread name equals none, the nearest. */
  aim: boolean[]
}

function exampleOf(pages: PageText[], key: Key): Example {
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
function learn(examples: Example[], prior: Weights, pull: number): Weights {
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

function wins(example: Example, weights: Weights): boolean {
  const chance = chances(example, weights)
  return example.right[chance.indexOf(Math.max(...chance))] ?? false
}

const percent = (values: number[]) => ((100 * values.reduce((a, b) => a + b, 0)) / values.length).toFixed(1)

function crossCheck(examples: Example[], prior: Weights, pull: number) {
  const shops = [...new Set(examples.map((example) => example.shop))].sort()
  const partOf = new Map(shops.map((shop, i) => [shop, i % PARTS]))
  const won = examples.map(() => false)
  for (let part = 0; part < PARTS; part++) {
    const weights = learn(
      examples.filter((example) => partOf.get(example.shop) !== part),
      prior,
      pull,
    )
    examples.forEach((example, i) => {
      if (partOf.get(example.shop) === part) won[i] = wins(example, weights)
    })
  }
  const byShop = [...Map.groupBy(examples.keys(), (i) => examples[i]?.shop).values()]
  const fair = byShop.map((same) => same.filter((i) => won[i]).length / same.length)
  return { receipts: percent(won.map(Number)), shops: percent(fair) }
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ids: { type: 'string' },
    pages: { type: 'string' },
    write: { type: 'boolean', default: false },
    pull: { type: 'string', default: '0.5' },
  },
})
const [folder] = positionals
if (!folder) {
  console.error('usage: node bench/learn-fields.ts FOLDER [--ids FILE] [--pages DIR] [--pull N] [--write]')
  process.exit(2)
}
const set = openReceiptSet(folder)
const ids = options.ids ? readFileSync(options.ids, 'utf8').split(/\s+/).filter(Boolean) : set.ids
const examples: Example[] = []
for (const id of ids) {
  const key = await set.key(id)
  examples.push(exampleOf(await set.text(id), key))
  const read = options.pages ? join(options.pages, `${id}.json`) : ''
  if (!existsSync(read)) continue
  const pages: PageText[] = JSON.parse(readFileSync(read, 'utf8'))
  const other = otherReading(pages)
  examples.push(exampleOf(pages, key), ...(other ? [exampleOf(other, key)] : []))
}
const prior: Weights = JSON.parse(readFileSync(PRIOR, 'utf8'))
const pull = Number(options.pull)
const weights = learn(examples, prior, pull)
const share = (of: Weights) => percent(examples.map((one) => (wins(one, of) ? 1 : 0)))
const checked = crossCheck(examples, prior, pull)
console.log(`right with the hand-set weights ${share(prior)} %, with the learnt ${share(weights)} %`)
console.log(`on shops left out: ${checked.receipts} % of receipts, ${checked.shops} % averaged over shops`)
if (options.write) {
  const rounded = Object.entries(weights).map(([name, value]): [string, number] => [
    name,
    Math.round(value * 100) / 100,
  ])
  const merchant = Object.fromEntries(rounded.toSorted(([a], [b]) => a.localeCompare(b)))
  const all = JSON.parse(readFileSync(WEIGHTS, 'utf8'))
  writeFileSync(WEIGHTS, `${JSON.stringify({ ...all, merchant }, null, 2)}\n`)
}
