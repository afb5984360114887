import { wrongItems } from './items.ts'
import { percent } from './reliability.ts'
import type { Result } from './result.ts'
import { senOf } from './score.ts'

type Test = (result: Result) => boolean

/** What is told of each kind; the keys of drawn receipts have tax, currency and items too. */
const COLUMNS: [name: string, isRight: Test][] = [
  ['date', ({ right }) => right.date],
  ['total', ({ right }) => right.total],
  ['merchant', ({ right }) => right.merchant],
  ['merchant~', ({ right }) => right['merchant~']],
  ['tax', ({ key, reading }) => (reading.taxSen?.value || null) === senOf(key.tax)],
  ['currency', ({ key, reading }) => reading.currency === key.currency],
  ['items', (result) => wrongItems(result) === null],
  ['all three', ({ right }) => right['all three']],
]

/** A table of percentages, a row a kind, for sets whose keys name kinds; else nothing. */
export function kindLines(results: Result[]): string[] {
  const kinds = [...Map.groupBy(results, ({ key }) => key.kind)]
  if (kinds.some(([kind]) => kind === undefined)) return []
  const row = (name: string, values: string[]) =>
    [name.padEnd(18), ...values.map((value) => value.padStart(9))].join(' ')
  const figures = (some: Result[]) =>
    COLUMNS.map(([, isRight]) => percent(some.filter(isRight).length, some.length))
  return [
    row('right in %', ['n', ...COLUMNS.map(([name]) => name)]),
    ...kinds
      .toSorted(([a = ''], [b = '']) => a.localeCompare(b))
      .map(([kind = '', some]) => row(kind, [String(some.length), ...figures(some)])),
    row('all', [String(results.length), ...figures(results)]),
  ]
}
