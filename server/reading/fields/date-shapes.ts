/** A calendar day found in a text. */
export interface FoundDate {
  /** YYYY-MM-DD */
  iso: string
  start: number
  end: number
  shape: 'iso' | 'numeric' | 'named' | 'monthFirst' | 'compact' | 'torn'
  hasFourDigitYear: boolean
  isRepaired: boolean
}

/** The numbers of the months by their English and Malay names and short names, in capitals. */
export const monthNumbers: Record<string, number> = {}
const NAMES = [
  'JAN JANUARY JANUARI',
  'FEB FEBRUARY FEBRUARI',
  'MAR MARCH MAC',
  'APR APRIL',
  'MAY MEI',
  'JUN JUNE',
  'JUL JULY JULAI',
  'AUG AUGUST OGO OGOS',
  'SEP SEPT SEPTEMBER',
  'OCT OCTOBER OKT OKTOBER',
  'NOV NOVEMBER',
  'DEC DECEMBER DIS DISEMBER',
]
NAMES.forEach((names, i) => {
  for (const name of names.split(' ')) monthNumbers[name] = i + 1
})
const MONTH = `(${Object.keys(monthNumbers)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`

const SEP = String.raw`\s?[-/.,]\s?`
// The time may follow the year without a space (201817:24). Four-digit years are preferred.
const YEAR = String.raw`(20\d{2}|\d{2})(?!\d(?!\d?[:.]\d\d))(?!\s?[-/]\s?\d{1,2}[-/])(?!/\d)`
const BEFORE = String.raw`(?<![\d.])`

type Parts = [year: string, month: string, day: string]
const SHAPES: [FoundDate['shape'], RegExp, (m: string[]) => Parts][] = [
  [
    'iso',
    new RegExp(String.raw`${BEFORE}(20\d{2})${SEP}(\d{1,2})${SEP}(\d{1,2})(?!\d(?!\d?[:.]\d\d))`, 'g'),
    ([, y = '', m = '', d = '']) => [y, m, d],
  ],
  [
    'numeric',
    new RegExp(String.raw`${BEFORE}(\d{1,2})${SEP}(\d{1,2})${SEP}${YEAR}`, 'g'),
    ([, d = '', m = '', y = '']) => [y, m, d],
  ],
  [
    'numeric',
    new RegExp(String.raw`${BEFORE}(\d{1,2}) (\d{1,2}) (20\d{2})(?!\d)`, 'g'),
    ([, d = '', m = '', y = '']) => [y, m, d],
  ],
  // Digits that the reader separated: 18-1 1 -18, 18 / 0 4/2017.
  [
    'torn',
    new RegExp(String.raw`${BEFORE}(\d ?\d)\s?[-/]\s?(\d ?\d)\s?[-/]\s?(20\d ?\d|\d{2})(?!\d|\s?[-/])`, 'g'),
    ([, d = '', m = '', y = '']) => [y.replace(' ', ''), m.replace(' ', ''), d.replace(' ', '')],
  ],
  // A separator that the reader lost or read as a digit: 09/032018, 250412017.
  [
    'compact',
    new RegExp(String.raw`${BEFORE}(\d{2})[-/.17]?(\d{2})[-/.17]?(20\d{2})(?!\d(?!\d?[:.]\d\d))`, 'g'),
    ([, d = '', m = '', y = '']) => [y, m, d],
  ],
  [
    'compact',
    new RegExp(String.raw`${BEFORE}(20\d{2})(\d{2})(\d{2})(?!\d)`, 'g'),
    ([, y = '', m = '', d = '']) => [y, m, d],
  ],
  [
    'named',
    new RegExp(
      String.raw`${BEFORE}(\d{1,2})(?:ST|ND|RD|TH)?[\s\-/.,'A]{0,3}${MONTH}[\s\-/.,']{0,3}${YEAR}`,
      'g',
    ),
    ([, d = '', m = '', y = '']) => [y, m, d],
  ],
  [
    'named',
    new RegExp(
      String.raw`(?<![A-Z])${MONTH}[\s\-/.,']{0,3}(\d{1,2})(?:ST|ND|RD|TH)?[\s,.'-]{1,3}(20\d{2})(?!\d(?!\d?[:.]\d\d))`,
      'g',
    ),
    ([, m = '', d = '', y = '']) => [y, m, d],
  ],
]

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

function isoOf(parts: Parts, lastYear: number): string | null {
  const [year, month, day] = parts
  const y = year.length === 2 ? 2000 + Number(year) : Number(year)
  const m = monthNumbers[month] ?? Number(month)
  const d = Number(day)
  if (y < 2000 || y > lastYear || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return null
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/**
 * Finds the dates in an upper-case text, years 2000 to `lastYear`. The day comes first; the month does only if the
 * day-first reading is not a calendar day.
 */
export function findDates(text: string, lastYear: number): FoundDate[] {
  const clean = letterise(digitise(text))
  const found: FoundDate[] = []
  for (const [shape, pattern, order] of SHAPES) {
    for (const match of clean.matchAll(pattern)) {
      const [year, month, day] = order([...match])
      const [start, end] = [match.index, match.index + match[0].length]
      const dayFirst = isoOf([year, month, day], lastYear)
      const iso = dayFirst ?? (shape === 'numeric' ? isoOf([year, day, month], lastYear) : null)
      const isKnown = found.some((other) => other.start < end && start < other.end)
      if (!iso || isKnown) continue
      found.push({
        iso,
        start,
        end,
        shape: dayFirst ? shape : 'monthFirst',
        hasFourDigitYear: year.length === 4,
        isRepaired: clean.slice(start, end) !== text.slice(start, end),
      })
    }
  }
  return found
}
