import { monthNumbers } from '../reading/fields/months.ts'
import { fold } from './search.ts'
import { day } from './values.ts'

/** More terms than this make no search narrower. */
const MAX_TERMS = 8

/** An amount or a day in a query. A receipt is found by its value, or by the words as they are written. */
export type SearchValue = { words: string[] } & (
  | { kind: 'amount'; fromSen: number; toSen: number }
  | { kind: 'day'; day: string }
)

export interface SearchQuery {
  /** Folded words that must all occur in the receipt's search text, anywhere in a word. */
  words: string[]
  /** Amounts and days that must all be those of the receipt, or occur in its search text. */
  values: SearchValue[]
}

const months = Object.keys(monthNumbers)
  .map((name) => name.toLowerCase())
  .sort((a, b) => b.length - a.length)
  .join('|')
/** Each from a boundary between words to the next. */
const isoDay = /(?<!\S)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\S)/
const numericDay = /(?<!\S)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\S)/
const namedDay = new RegExp(String.raw`(?<!\S)(\d{1,2})[ -](${months})[ -](\d{4})(?!\S)`)
const amount = /(?<!\S)(?:rm ?|myr ?)?-?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?(?!\S)/

/**
 * What a text search looks for. Amounts may be written 1234.50, 1,234.50, RM1,234.50 or 1234 (any sen); days
 * 14/3/2026, 14 Mar 2026, 14 Mac 2026 or 2026-03-14.
 */
export function parseSearch(text: string): SearchQuery {
  if (text === '') return { words: [], values: [] }
  let rest = fold(text)
  const values: SearchValue[] = []
  function take(pattern: RegExp, toValue: (match: string[]) => SearchValue | undefined) {
    for (;;) {
      const match = pattern.exec(rest)
      const value = match && toValue([...match])
      if (!match || !value || values.length === MAX_TERMS) return
      values.push(value)
      rest = `${rest.slice(0, match.index)}${rest.slice(match.index + match[0].length)}`
    }
  }
  take(isoDay, ([found = '', y, m, d]) => dayValue(found, y, m, d))
  take(numericDay, ([found = '', d, m, y]) => dayValue(found, y, m, d))
  take(namedDay, ([found = '', d, m = '', y]) => dayValue(found, y, String(monthNumbers[m.toUpperCase()]), d))
  take(amount, ([found = '', ringgit = '', sen]) => amountValue(found, ringgit, sen))
  return { words: wordsOf(rest).slice(0, MAX_TERMS - values.length), values }
}

const wordsOf = (text: string) => text.split(' ').filter(Boolean)

function dayValue(found: string, y = '', m = '', d = ''): SearchValue | undefined {
  const parsed = day.safeParse(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
  return parsed.success ? { kind: 'day', day: parsed.data, words: wordsOf(found) } : undefined
}

/** Without sen, any number of sen. */
function amountValue(found: string, ringgit: string, sen: string | undefined): SearchValue {
  const fromSen = Number(ringgit.replaceAll(',', '')) * 100 + Number((sen ?? '0').padEnd(2, '0'))
  const words = wordsOf(found.replace(/^(rm|myr) ?/, ''))
  return { kind: 'amount', fromSen, toSen: sen === undefined ? fromSen + 99 : fromSen, words }
}

/** The values of a receipt, or of its row, that a search looks at. */
interface Searched {
  date: string | null
  paidOn: string | null
  totalSen: number | null
  myrSen: number | null
}

/** Whether a receipt has this value; refunds are found by their amount without its sign. */
export function hasValue(receipt: Searched, value: SearchValue): boolean {
  if (value.kind === 'day') return receipt.date === value.day || receipt.paidOn === value.day
  return [receipt.totalSen, receipt.myrSen].some(
    (sen) => sen !== null && value.fromSen <= Math.abs(sen) && Math.abs(sen) <= value.toSen,
  )
}

/** @param text folded: of a receipt and its pages */
export const hasWords = (text: string, words: string[]) => words.every((word) => text.includes(word))

/** Whether a receipt is what the search looks for. @param text folded: of the receipt and its pages */
export const isFound = (receipt: Searched, text: string, { words, values }: SearchQuery) =>
  hasWords(text, words) && values.every((value) => hasValue(receipt, value) || hasWords(text, value.words))
