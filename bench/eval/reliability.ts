import type { Fields } from '../../server/reading/fields/index.ts'
import type { Result } from './result.ts'
import { type Measure, wilson } from './score.ts'

/** From here on the app shows a value without a mark. */
export const SURE = 0.9
/** Lower ends of the bins of stated confidence. */
const BINS = [0.98, SURE, 0.8, 0.7, 0.5, 0]

const FIELDS = [
  ['date', 'date', 'date'],
  ['total', 'totalSen', 'total±5'],
  ['merchant', 'merchant', 'merchant'],
] as const satisfies [string, keyof Fields, Measure][]

type Rated = (typeof FIELDS)[number][1]

export const percent = (part: number, of: number) => ((100 * part) / Math.max(of, 1)).toFixed(1)

/** `12/34  35.3 %  [21.5, 52.1]`: a share with its 95 % interval. */
export function shareOf(part: number, of: number): string {
  const [low, high] = wilson(part, Math.max(of, 1))
  return `${part}/${of}  ${percent(part, of)} %  [${low.toFixed(1)}, ${high.toFixed(1)}]`
}

const stated = ({ reading }: Result, field: Rated) => reading[field]?.confidence ?? null
const isSure = (one: Result, field: Rated) => (stated(one, field) ?? 0) >= SURE

/** For each bin of stated confidence: how many values were given, what was stated on average, how many were right. */
function table(results: Result[], [name, field, measure]: (typeof FIELDS)[number]): string[] {
  const head = `${name}: stated     values  mean   right${measure === 'total±5' ? ' within 5 sen' : ''}`
  const rows = BINS.map((from, i) => {
    const below = BINS[i - 1] ?? Number.POSITIVE_INFINITY
    const inside = results.filter((one) => {
      const confidence = stated(one, field)
      return confidence !== null && confidence >= from && confidence < below
    })
    const mean = inside.reduce((sum, one) => sum + (stated(one, field) ?? 0), 0) / Math.max(inside.length, 1)
    const right = inside.filter((one) => one.right[measure]).length
    const range = `${from.toFixed(2)}-${Math.min(below, 1).toFixed(2)}`
    const figures = inside.length > 0 ? `${mean.toFixed(2)}   ${shareOf(right, inside.length)}` : ''
    return `  ${range.padEnd(name.length + 9)} ${String(inside.length).padStart(8)}  ${figures}`.trimEnd()
  })
  const missing = results.filter((one) => stated(one, field) === null).length
  return [head, ...rows, `  ${'not read'.padEnd(name.length + 9)} ${String(missing).padStart(8)}`]
}

/** What a person would believe and be wrong about. */
function unmarkedLine(results: Result[]): string {
  const parts = FIELDS.map(([name, field, measure]) => {
    const sure = results.filter((one) => isSure(one, field))
    const wrong = sure.filter((one) => !one.right[measure]).length
    const beyond = measure === 'total±5' ? ' beyond 5 sen' : ''
    const share = `stated so ${percent(sure.length, results.length)} %`
    return `${name} ${wrong}${beyond} of ${sure.length} (${percent(wrong, sure.length)} %; ${share})`
  })
  return `wrong and unmarked (stated >= ${SURE}): ${parts.join(', ')}`
}

/** How honest the stated confidences are, in lines to print. */
export function reliabilityLines(results: Result[]): string[] {
  const allSure = results.filter((one) => FIELDS.every(([, field]) => isSure(one, field)))
  const right = allSure.filter((one) => one.right['all three']).length
  const close = allSure.filter((one) => FIELDS.every(([, , measure]) => one.right[measure])).length
  return [
    ...FIELDS.flatMap((field) => table(results, field)),
    unmarkedLine(results),
    `all three stated >= ${SURE}: ${shareOf(allSure.length, results.length)}`,
    `  of these right: ${shareOf(right, allSure.length)}; with totals within 5 sen ${percent(close, allSure.length)} %`,
  ]
}
