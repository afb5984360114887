// Learns how often values are right that the field rules state with some confidence:
//   npm run calibrate -- FOLDER --ids FILE --pages DIR [--write]
//
// FOLDER is a receipt set with box/ and DIR holds texts of its pictures (npm run eval -- FOLDER --pages DIR makes
// them). Each receipt counts twice: as it was read, and as its true text, which stands for documents with a text layer.
// The merchant weights are learnt on other shops than those whose values are judged, as weights.json knows all shops.
// Printed: what is stated and what is right on shops left out of the calibration. --write puts the weights into
// server/reading/fields/calibration.json. Run it after every change of the rules, the weights or the reader; it takes
// some minutes.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { type Evidence, otherReading, weigh } from '../server/reading/fields/agreement.ts'
import { calibrated, evidenceFeatures } from '../server/reading/fields/calibration.ts'
import { thirdNames, weighNames } from '../server/reading/fields/index.ts'
import { type Fields, readOnce } from '../server/reading/fields/read-once.ts'
import rules from '../server/reading/fields/weights.json' with { type: 'json' }
import type { PageText } from '../server/reading/page-text.ts'
import { openReceiptSet } from './eval/receipt-set.ts'
import { percent, SURE } from './eval/reliability.ts'
import { bare, judge, type Key } from './eval/score.ts'
import { fitLogistic, type Observation } from './learn/logistic.ts'
import { exampleOf, learn, type Weights } from './learn/merchant-weights.ts'
import { partsByShop } from './learn/parts.ts'

ignoreClosedPipes()

const PRIOR = new URL('./eval/merchant-prior.json', import.meta.url)
const CALIBRATION = new URL('../server/reading/fields/calibration.json', import.meta.url)
/** How strongly merchant weights are held near the hand-set ones, as in learn-fields.ts. */
const PULL = 0.5
/** Where one letter or the brand in front is all that differs, it is the key that is wrong about as often. */
const NEARLY_RIGHT = 0.5

const FIELDS = { date: 'date', merchant: 'merchant', total: 'totalSen' } as const
type Field = keyof typeof FIELDS
const fields = Object.keys(FIELDS) as Field[]

interface Receipt {
  id: string
  shop: string
  key: Key
  /** As read from the picture, and as a person read it. */
  texts: PageText[][]
}

/** A receipt's values: of each field the evidence and how right it is, null where nothing was read. */
type Values = { shop: string; isPicture: boolean } & Record<
  Field,
  { evidence: Evidence; right: number } | null
>

async function load(folder: string, ids: string[], pages: string): Promise<Receipt[]> {
  const set = openReceiptSet(folder)
  return Promise.all(
    ids.map(async (id) => {
      const key = await set.key(id)
      const read: PageText[] = JSON.parse(readFileSync(join(pages, `${id}.json`), 'utf8'))
      return { id, shop: bare(key.company ?? ''), key, texts: [read, await set.text(id)] }
    }),
  )
}

function valuesOf(text: PageText[], isPicture: boolean, { shop, key }: Receipt): Values {
  const first = readOnce(text, {}).fields
  const other = otherReading(text)
  const second = other ? readOnce(other, {}).fields : undefined
  const value = (field: Field) => {
    const name = FIELDS[field]
    const weighed =
      field === 'merchant'
        ? weighNames(first.merchant, second?.merchant, thirdNames(text)?.merchant)
        : weigh<string | number>(first[name], second?.[name])
    if (!weighed) return null
    return {
      evidence: weighed.evidence,
      right: rightness(field, { ...first, [name]: weighed.reading }, key),
    }
  }
  return { shop, isPicture, date: value('date'), merchant: value('merchant'), total: value('total') }
}

function rightness(field: Field, { merchant, date, totalSen }: Fields, key: Key): number {
  const total = totalSen ? (totalSen.value / 100).toFixed(2) : null
  const right = judge({ merchant: merchant?.value ?? null, date: date?.value ?? null, total }, key)
  if (field === 'total') return Number(right['total±5'])
  if (field === 'date' || right.merchant) return Number(right[field])
  return right['merchant~'] ? NEARLY_RIGHT : 0
}

/** The values of all receipts, those of each shop read with merchant weights learnt on other shops. */
function readWithoutOwnShop(receipts: Receipt[]): Values[] {
  const prior: Weights = JSON.parse(readFileSync(PRIOR, 'utf8'))
  const examples = receipts.map((receipt) =>
    receipt.texts
      .flatMap((text) => [text, otherReading(text)])
      .flatMap((text) => (text ? [exampleOf(text, receipt.key)] : [])),
  )
  return partsByShop(receipts.map(({ shop }) => shop)).flatMap(({ isIn }) => {
    const others = examples.filter((_, i) => !isIn(receipts[i]?.shop ?? ''))
    // The rules take their weights from this object, of which a process has one.
    Object.assign(rules.merchant, learn(others.flat(), prior, PULL))
    return receipts
      .filter(({ shop }) => isIn(shop))
      .flatMap((receipt) => receipt.texts.map((text, i) => valuesOf(text, i === 0, receipt)))
  })
}

function fit(values: Values[], field: Field): Weights {
  const sizes = Map.groupBy(values, ({ shop }) => shop)
  // A shop with many receipts counts more than one with few, but not in proportion.
  const observations = values.flatMap(({ shop, [field]: value }): Observation[] =>
    value
      ? [
          {
            ...value,
            features: evidenceFeatures(value.evidence),
            weight: 1 / Math.sqrt(sizes.get(shop)?.length ?? 1),
          },
        ]
      : [],
  )
  return fitLogistic(observations, { stated: 1 }, ['stated', 'agreeing'])
}

type Stated = { values: Values; confidence: Record<Field, number> }

/** What is stated of each receipt by a calibration that does not know its shop. */
function crossCheck(values: Values[]): Stated[] {
  return partsByShop(values.map(({ shop }) => shop)).flatMap(({ isIn }) => {
    const others = values.filter(({ shop }) => !isIn(shop))
    const weights = {
      date: fit(others, 'date'),
      merchant: fit(others, 'merchant'),
      total: fit(others, 'total'),
    }
    const confidence = (one: Values, field: Field) =>
      one[field] ? calibrated(field, one[field].evidence, weights[field]) : 0
    return values
      .filter(({ shop, isPicture }) => isPicture && isIn(shop))
      .map((one) => ({
        values: one,
        confidence: {
          date: confidence(one, 'date'),
          merchant: confidence(one, 'merchant'),
          total: confidence(one, 'total'),
        },
      }))
  })
}

function print(stated: Stated[]) {
  const isRight = ({ values }: Stated, field: Field) => values[field]?.right === 1
  const line = (name: string, sure: Stated[], right: Stated[]) =>
    `${name.padEnd(10)} stated so ${percent(sure.length, stated.length)} %, right ${right.length}/${sure.length}  ${percent(right.length, sure.length)} %`
  console.log(`on shops left out, stated >= ${SURE}:`)
  for (const field of fields) {
    const sure = stated.filter(({ confidence }) => confidence[field] >= SURE)
    console.log(
      line(
        field,
        sure,
        sure.filter((one) => isRight(one, field)),
      ),
    )
  }
  const sure = stated.filter(({ confidence }) => fields.every((field) => confidence[field] >= SURE))
  console.log(
    line(
      'all three',
      sure,
      sure.filter((one) => fields.every((field) => isRight(one, field))),
    ),
  )
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ids: { type: 'string' },
    pages: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const [folder] = positionals
if (!folder || !options.ids || !options.pages) {
  console.error('usage: npm run calibrate -- FOLDER --ids FILE --pages DIR [--write]')
  process.exit(2)
}
const ids = readFileSync(options.ids, 'utf8').split(/\s+/).filter(Boolean)
const values = readWithoutOwnShop(await load(folder, ids, options.pages))
print(crossCheck(values))
if (options.write) {
  const rounded = (weights: Weights) =>
    Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Math.round(value * 100) / 100]))
  const all = Object.fromEntries(fields.map((field) => [field, rounded(fit(values, field))]))
  writeFileSync(CALIBRATION, `${JSON.stringify(all, null, 2)}\n`)
}
