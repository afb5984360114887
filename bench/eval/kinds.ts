import { wrongItems } from './items.ts'
import { percent } from './reliability.ts'
import type { Result } from './result.ts'
import { senOf } from './score.ts'
import { wordsF1 } from './words.ts'

interface Column {
  name: string
  figure(results: Result[]): string
  /** Whether a result says anything about it; default: each does. */
  isKnown?(result: Result): boolean
}

const share = (isRight: (result: Result) => boolean) => (results: Result[]) =>
  percent(results.filter(isRight).length, results.length)

const meanSeconds = (results: Result[]) =>
  results.reduce((sum, { seconds }) => sum + seconds, 0) / Math.max(1, results.length)

/** What is told of each kind; the keys of drawn receipts have tax, currency and items too. */
const COLUMNS: Column[] = [
  { name: 'date', figure: share(({ right }) => right.date) },
  { name: 'total', figure: share(({ right }) => right.total) },
  { name: 'merchant', figure: share(({ right }) => right.merchant) },
  { name: 'merchant~', figure: share(({ right }) => right['merchant~']) },
  {
    name: 'tax',
    figure: share(({ key, reading }) => (reading.taxSen?.value || null) === senOf(key.tax)),
    isKnown: ({ key }) => key.tax !== undefined,
  },
  {
    name: 'currency',
    figure: share(({ key, reading }) => reading.currency === key.currency),
    isKnown: ({ key }) => key.currency !== undefined,
  },
  {
    name: 'items',
    figure: share((result) => wrongItems(result) === null),
    isKnown: ({ key }) => key.items !== undefined,
  },
  { name: 'all three', figure: share(({ right }) => right['all three']) },
  {
    name: 'words F1',
    figure: (results) => wordsF1(results.flatMap(({ words }) => words ?? [])).toFixed(1),
    isKnown: ({ words }) => words !== undefined,
  },
  { name: 'seconds', figure: (results) => meanSeconds(results).toFixed(2) },
]

/** A table of percentages, a row a kind, for sets whose keys name kinds; else nothing. */
export function kindLines(results: Result[]): string[] {
  const kinds = [...Map.groupBy(results, ({ key }) => key.kind)]
  if (kinds.some(([kind]) => kind === undefined)) return []
  const columns = COLUMNS.filter(({ isKnown }) => !isKnown || results.every(isKnown))
  const row = (name: string, values: string[]) =>
    [name.padEnd(18), ...values.map((value) => value.padStart(9))].join(' ')
  const figures = (some: Result[]) => columns.map(({ figure }) => figure(some))
  return [
    row('right in %', ['n', ...columns.map(({ name }) => name)]),
    ...kinds
      .toSorted(([a = ''], [b = '']) => a.localeCompare(b))
      .map(([kind = '', some]) => row(kind, [String(some.length), ...figures(some)])),
    row('all', [String(results.length), ...figures(results)]),
  ]
}
