import type { Row } from './rows.ts'

/** In which order a receipt writes day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

const SEPARATOR = String.raw`\s?[-/.,|]?\s?`
const inOrder = (...parts: string[]) => parts.join(SEPARATOR)

/** The letters and words that stand for day, month and year in English, Malay and Chinese. O and 0 are misread D. */
const SPELLINGS: [day: string, month: string, year: string][] = [
  ['(?:[DO0]D|D[DO0])', 'MM', '(?:YYYY|YY)'],
  ['(?:HH|HB)', '(?:BB|BLN)', '(?:TTTT|TT|THN)'],
  ['DAY', '(?:MONTH|MTH)', '(?:YEAR|YR)'],
  ['HARI', 'BULAN', 'TAHUN'],
  ['日', '月', '年'],
]
const ORDERS: [DateOrder, RegExp][] = (
  [
    ['dmy', ([day, month, year]) => inOrder(day, month, year)],
    ['mdy', ([day, month, year]) => inOrder(month, day, year)],
    ['ymd', ([day, month, year]) => inOrder(year, month, day)],
  ] satisfies [DateOrder, (spelling: (typeof SPELLINGS)[number]) => string][]
).map(([order, write]) => [
  order,
  new RegExp(`(?<!\\p{L})(?:${SPELLINGS.map(write).join('|')})(?!\\p{L})`, 'u'),
])

/** The order that a pattern such as `DD/MM/YY` or `HH/BB/TTTT` in an upper-case text states. */
export const orderIn = (text: string): DateOrder | null =>
  ORDERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null

/** The orders that the patterns on a receipt state: almost always one, and mostly none. */
export const ordersOn = (rows: Row[]): Set<DateOrder> =>
  new Set(rows.flatMap(({ text }) => orderIn(text) ?? []))

interface Span {
  left: number
  right: number
}

/** Between two spans of the same row, or of rows above each other; 0 where they overlap. */
const gapBetween = (a: Span, b: Span) => Math.max(0, a.left - b.right, b.left - a.right)

/** Of the patterns in a row the one nearest to a span. */
function nearestIn(row: Row | undefined, at: Span): DateOrder | null {
  const stated = (row?.cells ?? []).flatMap((cell) => {
    const order = orderIn(cell.text)
    return order ? [{ order, gap: gapBetween(cell, at) }] : []
  })
  // A reader may split a pattern whose parts are far apart.
  return stated.toSorted((a, b) => a.gap - b.gap)[0]?.order ?? (row ? orderIn(row.text) : null)
}

/**
 * The order stated for the dates of a row that are at a span: by the pattern on the same row, in the heading above, or
 * under the line that the date is written on.
 *
 * @param dated rows with a date of their own, to which their pattern belongs
 */
export function orderStatedFor(rows: Row[], row: Row, at: Span, dated: Set<Row>): DateOrder | null {
  const own = nearestIn(row, at)
  if (own) return own
  for (const other of [rows[row.index - 1], rows[row.index + 1]]) {
    if (other && other.page === row.page && !dated.has(other)) {
      const order = nearestIn(other, at)
      if (order) return order
    }
  }
  return null
}
