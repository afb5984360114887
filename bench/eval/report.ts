import type { Fields } from '../../server/reading/fields/index.ts'
import { type Key, MEASURES, type Measure, type Prediction, wilson } from './score.ts'

export interface Result {
  id: string
  key: Key
  reading: Fields
  prediction: Prediction
  seconds: number
  right: Record<Measure, boolean>
}

const SURE = 0.9
const percent = (part: number, of: number) => ((100 * part) / Math.max(of, 1)).toFixed(1)

function misses(results: Result[], field: string): string[] {
  const measure = MEASURES.find((name) => name === field)
  if (!measure) throw new Error(`--misses takes one of: ${MEASURES.join(', ')}`)
  return results
    .filter((result) => !result.right[measure])
    .map(({ id, key, prediction: { merchant, date, total } }) => {
      const got = { date, total, 'total±5': total, merchant, 'all three': [merchant, date, total] }[measure]
      const wanted = {
        date: key.date,
        total: key.total,
        'total±5': key.total,
        merchant: key.company,
        'all three': [key.company, key.date, key.total],
      }[measure]
      return `${id}\tgot ${JSON.stringify(got)}\tkey ${JSON.stringify(wanted ?? null)}`
    })
}

function scoreLine(results: Result[], measure: Measure): string {
  const right = results.filter((result) => result.right[measure]).length
  const [low, high] = wilson(right, Math.max(results.length, 1))
  const share = `${right}/${results.length}  ${percent(right, results.length)} %`
  return `${measure.padEnd(10)} ${share}  [${low.toFixed(1)}, ${high.toFixed(1)}]`
}

/** Of the values given with confidence 0.9 or more: how many there are and how many are right. */
function calibrationLine(results: Result[]): string {
  const fields = [
    ['date', 'date'],
    ['total', 'totalSen'],
    ['merchant', 'merchant'],
  ] as const
  const parts = fields.map(([measure, field]) => {
    const sure = results.filter(({ reading }) => (reading[field]?.confidence ?? 0) >= SURE)
    const right = sure.filter((result) => result.right[measure]).length
    return `${measure} ${right}/${sure.length} (${percent(right, sure.length)} %)`
  })
  return `right where confidence >= ${SURE}: ${parts.join(', ')}`
}

function secondsLine(results: Result[]): string {
  const seconds = results.map((result) => result.seconds).toSorted((a, b) => a - b)
  const at = (share: number) => (seconds[Math.floor(share * (seconds.length - 1))] ?? 0).toFixed(3)
  return `seconds a receipt: median ${at(0.5)}, p95 ${at(0.95)}`
}

/** Prints the scores with their 95 % Wilson intervals, and before them the misses of a field where asked. */
export function printReport(results: Result[], missesOf?: string): void {
  const lines = [
    ...(missesOf === undefined ? [] : misses(results, missesOf)),
    ...MEASURES.map((measure) => scoreLine(results, measure)),
    calibrationLine(results),
    secondsLine(results),
  ]
  console.log(lines.join('\n'))
}
