import { isOneApart } from './words.ts'

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

/** The numbers of the months by their English and Malay names and short names, in capitals. */
export const monthNumbers: Record<string, number> = {}
NAMES.forEach((names, i) => {
  for (const name of names.split(' ')) monthNumbers[name] = i + 1
})

/** A pattern's part for the name of a month. */
export const MONTH = `(?:${Object.keys(monthNumbers)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`

const LOOKALIKE: Record<string, string> = {
  0: 'O',
  1: 'I',
  '|': 'I',
  '!': 'I',
  4: 'A',
  5: 'S',
  6: 'G',
  7: 'T',
  8: 'B',
}
/** Words between two figures that are one letter apart from a month: 2 SET 12. */
const OTHER_WORDS = new Set([
  'SET',
  'CAN',
  'DAY',
  'DAYS',
  'NOS',
  'NOT',
  'JAM',
  'DOC',
  'SEC',
  'FEE',
  'MAX',
  'MAN',
  'OUT',
])

/** The short name of the month that a misread name must be: `0G0S`, `SEPTEMBEP`, `MAF`. Null if several fit or none. */
function repaired(name: string): string | null {
  const letters = name.replace(/[0-9|!]/g, (mark) => LOOKALIKE[mark] ?? mark)
  if (OTHER_WORDS.has(letters)) return null
  const near = Object.keys(monthNumbers).filter(
    (known) =>
      known === letters ||
      ((known.length === letters.length || Math.max(known.length, letters.length) > 4) &&
        isOneApart(known, letters)),
  )
  const exact = near.filter((known) => known === letters)
  const numbers = new Set((exact.length > 0 ? exact : near).map((known) => monthNumbers[known]))
  const [number] = numbers
  return numbers.size === 1 && number ? (NAMES[number - 1]?.slice(0, 3) ?? null) : null
}

const DAY = String.raw`[\dOIL](?:ST|ND|RD|TH|HB)?`
const YEAR = String.raw`[\s\-/.,']{1,3}2[0O][\dOIL]{2}(?![\dA-Z])`
const AFTER_DAY = new RegExp(String.raw`(?<=${DAY}[\s\-/.,']{1,2}(?:OF\s)?)[A-Z0-9|!]{3,9}(?=${YEAR})`, 'g')
const SHORT_YEAR = /(?<=\d[-/])[A-Z0-9|!]{3}(?=[-/]\d{2}(?![\dA-Z/-]))/g
const BEFORE_DAY = new RegExp(
  String.raw`(?<![A-Z0-9])[A-Z0-9|!]{4,9}(?=\s?[\dOIL]{1,2}(?:ST|ND|RD|TH)?${YEAR})`,
  'g',
)

/** Replaces misread names of months next to a day and a year, keeping the length. */
export function repairMonths(text: string): string {
  const repair = (name: string) => {
    if (!/[A-Z]/.test(name) || name in monthNumbers) return name
    return repaired(name)?.padEnd(name.length) ?? name
  }
  return text.replace(AFTER_DAY, repair).replace(SHORT_YEAR, repair).replace(BEFORE_DAY, repair)
}
