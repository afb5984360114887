import { hideUnitNumbers } from './addresses.ts'
import type { DateOrder } from './date-patterns.ts'
import { MONTH, monthNumbers, repairMonths } from './months.ts'
import { hideTimes } from './times.ts'

export type DateShape = 'iso' | 'numeric' | 'named' | 'monthFirst' | 'yearFirst' | 'compact' | 'torn'

/** A calendar day found in a text. */
export interface FoundDate {
  /** YYYY-MM-DD */
  iso: string
  start: number
  end: number
  shape: DateShape
  hasFourDigitYear: boolean
  isRepaired: boolean
  /** A digit too many was left out, which may be another one. */
  hasStrayDigit: boolean
  /** The order of its figures, where a pattern beside it states one: DATE (YY/MM/DD). */
  stated?: DateOrder
  /** What the same figures are with the month first, and with a two-digit year first, where that is a day too. */
  swapped?: string | undefined
  yearFirst?: string | undefined
}

const SEP = String.raw`\s?[-/.,]\s?`
/** The same mark twice, so that a day and the time after it (14/03/2026, 9.15) are not one date. */
const FIRST_SEP = String.raw`\s?(?<s>[-/.,])\s?`
const SAME_SEP = String.raw`\s?\k<s>\s?`
// The time may follow the year without a space (201817:24). Four-digit years are preferred.
const ENDS = String.raw`(?!\d(?!\d?[:.]\d\d))`
const YEAR = String.raw`(?<y>20\d{2}|\d{2})${ENDS}(?!\s?[-/]\s?\d{1,2}[-/])(?!/\d)`
const BEFORE = String.raw`(?<![\d.])`
const [D, M] = [String.raw`(?<d>\d{1,2})`, String.raw`(?<m>\d{1,2})`]
const NAME = `(?<m>${MONTH})`
const LABELLED = String.raw`(?<=\b(?:DATE|TARIKH|TKH)\s?[:.]?\s?)`
const ORDINAL = String.raw`(?:\s?(?:ST|ND|RD|TH|HB|HARI\s?BULAN)(?![A-Z]))?(?:\s?(?:DAY\s?)?OF\b)?`

/** Tried in this order; what an earlier shape has taken is not looked at again. */
const SHAPES: [DateShape, string][] = [
  ['named', String.raw`${BEFORE}${D}${ORDINAL}[\s\-/.,'A]{0,3}${NAME}[\s\-/.,']{0,8}${YEAR}`],
  [
    'named',
    String.raw`(?<![A-Z])${NAME}[\s\-/.,']{0,8}${D}(?:ST|ND|RD|TH)?[\s,.'-]{1,3}(?<y>20\d{2})${ENDS}`,
  ],
  // MAR05'24, MAR-05-24
  [
    'named',
    String.raw`(?<![A-Z])${NAME}\s?(?<s>[-/.]?)\s?${D}(?:\s?'\s?|\s?(?=[-/.])\k<s>\s?)(?<y>\d{2})(?![\d:.]|\s?:)`,
  ],
  ['named', String.raw`(?<!\d)(?<y>20\d{2}|\d{2})\s?年\s?${M}\s?月\s?${D}\s?[日号]?`],
  ['named', String.raw`(?<!\d)(?<y>20\d{2})[\s\-/.]{0,2}${NAME}[\s\-/.]{0,2}${D}(?!\d)`],
  ['iso', String.raw`${BEFORE}(?<y>20\d{2})${FIRST_SEP}${M}${SAME_SEP}${D}${ENDS}`],
  ['numeric', `${BEFORE}${D}${FIRST_SEP}${M}${SAME_SEP}${YEAR}`],
  ['iso', String.raw`${BEFORE}(?<y>20\d{2})${SEP}${M}${SEP}${D}${ENDS}`],
  ['numeric', `${BEFORE}${D}${SEP}${M}${SEP}${YEAR}`],
  ['numeric', String.raw`(?<![\d.+]|[\d+]\s)${D} ${M} (?<y>20\d{2})(?!\s?\d)`],
  // Digits that the reader separated: 18-1 1 -18, 18 / 0 4/2017, 05-05-2 018.
  [
    'torn',
    String.raw`${BEFORE}(?<d>\d ?\d)\s?[-/]\s?(?<m>\d ?\d)\s?[-/]\s?(?<y>2 ?0 ?\d ?\d|\d{2})(?!\d|\s?[-/])`,
  ],
  // A separator that the reader lost or read as a digit: 09/032018, 250412017.
  ['compact', String.raw`${BEFORE}(?<d>\d{2})[-/.17]?(?<m>\d{2})[-/.17]?(?<y>20\d{2})${ENDS}`],
  ['compact', String.raw`${BEFORE}(?<y>20\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d)`],
  // A slash that is read as a digit and a slash: 112/08/2017 for 11/08/2017.
  ['torn', String.raw`${LABELLED}(?<d>\d{2})(?<stray>\d)[-/](?<m>\d{2})[-/](?<y>20\d{2})${ENDS}`],
  ['torn', String.raw`${LABELLED}(?<stray>\d)(?<d>\d{2})[-/](?<m>\d{2})[-/](?<y>20\d{2})${ENDS}`],
]
const PATTERNS = SHAPES.map(([shape, source]) => [shape, new RegExp(source, 'g')] as const)

const LOOKALIKE: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  '|': '1',
  '!': '1',
  S: '5',
  B: '8',
  Z: '2',
}

/** Replaces letters misread for digits (2O18, l2/O3/18), keeping the length. */
export function digitise(text: string): string {
  let out = text
  for (let pass = 0; pass < 2; pass++) {
    out = out.replace(
      /(?<=\d)[OQDIL|!SBZ](?=[\d\s/.:-]|$)|(?<=[\s/.:-]|^)[OQDIL|!SBZ](?=\d)|(?<=[/.-])[OQIL|](?=[/.-])/g,
      (mark) => LOOKALIKE[mark] ?? mark,
    )
  }
  return out
}

/** Replaces zeros misread for letters in month names (0CT, N0V), keeping the length. */
const letterise = (text: string) => text.replace(/0(?=CT\b|V\b|GOS)|(?<=\bN)0(?=V)/g, 'O')

function isoOf(year: string, month: string, day: string, lastYear: number): string | null {
  const y = year.length === 2 ? 2000 + Number(year) : Number(year)
  const m = monthNumbers[month] ?? Number(month)
  const d = Number(day)
  if (y < 2000 || y > lastYear || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return null
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** Six digits are a date only where a pattern says so: DATE (DDMMYY) 140326. */
const BARE: [DateShape, RegExp] = ['numeric', /(?<![\d.])(?<d>\d{2})(?<m>\d{2})(?<y>\d{2})(?![\d.])/g]

/** The day that figures in a stated order are, unless a year of four digits stands first: that needs no pattern. */
function statedReading(
  shape: DateShape,
  [y, m, d]: [string, string, string],
  printed: string,
  order: DateOrder | null,
  lastYear: number,
) {
  if (!order || (shape !== 'numeric' && shape !== 'compact')) return null
  if (!printed.replaceAll(' ', '').endsWith(y)) return null
  const orders = { dmy: [y, m, d], mdy: [y, d, m], ymd: [d, m, y] } as const
  const iso = isoOf(...orders[order], lastYear)
  return iso ? { iso, shape: 'numeric' as const, stated: order } : null
}

/** The days that three figures are, by their order. */
function readingsOf(shape: DateShape, [y, m, d]: [string, string, string], lastYear: number) {
  const iso = isoOf(y, m, d, lastYear)
  if (shape !== 'numeric') return { iso, shape }
  const swapped = d === m ? null : isoOf(y, d, m, lastYear)
  const yearFirst = y.length === 2 && d.length === 2 ? isoOf(d, m, y, lastYear) : null
  const further = {
    ...(iso && swapped && swapped !== iso ? { swapped } : {}),
    ...((iso ?? swapped) && yearFirst ? { yearFirst } : {}),
  }
  if (iso) return { iso, shape, ...further }
  return swapped
    ? { iso: swapped, shape: 'monthFirst' as const, ...further }
    : { iso: yearFirst, shape: 'yearFirst' as const }
}

/**
 * Finds the dates in an upper-case text, years 2000 to `lastYear`. The day comes first; the month or the year does
 * only if the day-first reading is not a calendar day, or if that order is stated.
 */
export function findDates(text: string, lastYear: number, order: DateOrder | null = null): FoundDate[] {
  if (!/\d/.test(text)) return []
  const clean = letterise(digitise(repairMonths(hideUnitNumbers(hideTimes(text)))))
  const found: FoundDate[] = []
  for (const [shape, pattern] of order ? [...PATTERNS, BARE] : PATTERNS) {
    for (const match of clean.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => other.start < end && start < other.end)) continue
      const [y = '', m = '', d = ''] = ['y', 'm', 'd'].map((part) =>
        match.groups?.[part]?.replaceAll(' ', ''),
      )
      const figures = [y, m, d] as [string, string, string]
      const { iso, ...how } =
        statedReading(shape, figures, match[0], order, lastYear) ?? readingsOf(shape, figures, lastYear)
      if (!iso) continue
      const isRepaired = clean.slice(start, end) !== text.slice(start, end)
      const hasStrayDigit = match.groups?.stray !== undefined
      found.push({ iso, start, end, hasFourDigitYear: y.length === 4, isRepaired, hasStrayDigit, ...how })
    }
  }
  return found
}
