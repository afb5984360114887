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
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { otherReading } from '../server/reading/fields/agreement.ts'
import type { PageText } from '../server/reading/page-text.ts'
import { openReceiptSet } from './eval/receipt-set.ts'
import { type Example, exampleOf, learn, type Weights, wins } from './learn/merchant-weights.ts'
import { partsByShop } from './learn/parts.ts'

ignoreClosedPipes()

const PRIOR = new URL('./eval/merchant-prior.json', import.meta.url)
const WEIGHTS = new URL('../server/reading/fields/weights.json', import.meta.url)

const percent = (values: number[]) => ((100 * values.reduce((a, b) => a + b, 0)) / values.length).toFixed(1)

function crossCheck(examples: Example[], prior: Weights, pull: number) {
  const won = examples.map(() => false)
  for (const { isIn } of partsByShop(examples.map((example) => example.shop))) {
    const weights = learn(
      examples.filter(({ shop }) => !isIn(shop)),
      prior,
      pull,
    )
    examples.forEach((example, i) => {
      if (isIn(example.shop)) won[i] = wins(example, weights)
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
