import { kindLines } from './kinds.ts'
import { percent, reliabilityLines, SURE, shareOf } from './reliability.ts'
import type { Result } from './result.ts'
import { MEASURES, type Measure } from './score.ts'
import { wordsF1 } from './words.ts'

/** The app asks below this confidence. */
const ASKED = 0.8

function misses(results: Result[], field: string): string[] {
  const measure = MEASURES.find((name) => name === field)
  if (!measure) throw new Error(`--misses takes one of: ${MEASURES.join(', ')}`)
  return results
    .filter((result) => !result.right[measure])
    .map(({ id, key, prediction: { merchant, date, total } }) => {
      const got = {
        date,
        total,
        'total±5': total,
        merchant,
        'merchant~': merchant,
        'all three': [merchant, date, total],
      }[measure]
      const wanted = {
        date: key.date,
        total: key.total,
        'total±5': key.total,
        merchant: key.company,
        'merchant~': key.company,
        'all three': [key.company, key.date, key.total],
      }[measure]
      return `${id}\tgot ${JSON.stringify(got)}\tkey ${JSON.stringify(wanted ?? null)}`
    })
}

function scoreLine(results: Result[], measure: Measure): string {
  const right = results.filter((result) => result.right[measure]).length
  return `${measure.padEnd(10)} ${shareOf(right, results.length)}`
}

/** The mean of three figures, each receipt's value being a third for each. */
function meanLine(results: Result[]): string {
  const right = (['date', 'total', 'merchant'] as const).flatMap((measure) =>
    results.filter((result) => result.right[measure]),
  )
  return `mean of date, total and merchant  ${percent(right.length, 3 * results.length)} %`
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

/** Receipts that a person only confirms; strictly, and with names that are as good as right. */
function noCorrectionLine(results: Result[]): string {
  const strict = results.filter(({ right }) => right['all three']).length
  const near = results.filter(({ right }) => right.date && right.total && right['merchant~']).length
  return `no correction needed: ${shareOf(strict, results.length)}; as merchant~ counts ${percent(near, results.length)} %`
}

/** Receipts whose currency a person is asked for: nothing tells it, or too little. */
function currencyLine(results: Result[]): string {
  const isAsked = ({ reading }: Result) => reading.currency === null || reading.currencyConfidence < ASKED
  return `currency asked: ${results.filter(isAsked).length} of ${results.length}`
}

function secondsLine(results: Result[]): string {
  const seconds = results.map((result) => result.seconds).toSorted((a, b) => a - b)
  const at = (share: number) => (seconds[Math.floor(share * (seconds.length - 1))] ?? 0).toFixed(3)
  return `seconds a receipt: median ${at(0.5)}, p95 ${at(0.95)}`
}

/** Words of the pictures as a person read them, where they were compared. */
function wordLines(results: Result[]): string[] {
  const words = results.flatMap(({ words }) => words ?? [])
  return words.length > 0 ? [`words read: F1 ${wordsF1(words).toFixed(1)} %`] : []
}

/** Prints how much was right with 95 % Wilson intervals and how honest the confidences are; first the misses of a field where asked. */
export function printReport(results: Result[], missesOf?: string): void {
  const lines = [
    ...(missesOf === undefined ? [] : misses(results, missesOf)),
    `${results.length} receipts; right, with the 95 % interval:`,
    ...kindLines(results),
    ...MEASURES.map((measure) => scoreLine(results, measure)),
    meanLine(results),
    ...wordLines(results),
    calibrationLine(results),
    ...reliabilityLines(results),
    noCorrectionLine(results),
    currencyLine(results),
    secondsLine(results),
  ]
  console.log(lines.join('\n'))
}
