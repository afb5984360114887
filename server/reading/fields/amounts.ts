/** An amount of money found in a text. */
export interface Amount {
  sen: number
  /** Where it starts and ends in the text. */
  start: number
  end: number
  /** Preceded by RM or another currency mark. */
  marked: boolean
  /** How it was written: two decimals; with look-alike letters or spaces put right; without decimals after a mark. */
  shape: 'plain' | 'repaired' | 'whole'
}

const DIGIT = '[0-9OQDILSB]'
const MARK = String.raw`(?:RM|R\s?M|MYR|SGD|USD|EUR|GBP|[$€£])`
const PATTERN = new RegExp(
  String.raw`(?<lead>[-(]\s?)?(?<mark>${MARK})?\s?[.:]?\s?(?<minus>[-(])?` +
    String.raw`(?:(?<int>\d{1,3}(?:,\d{3}){1,3}|[0-9OIL]${DIGIT}{0,6})(?<sep>\s?[.,]\s?)(?<dec>${DIGIT}{2})|(?<=RM\s?|MYR\s?)(?<whole>\d{1,3}(?:,\d{3}){0,2}|\d{4,6})(?:/-)?)` +
    String.raw`(?<tail>\s?[-)](?![\dA-Z]))?(?![\d%]|\s%|[.,:/]\d)`,
  'g',
)
const DIGITS: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', S: '5', B: '8' }

const digits = (text: string) =>
  text.replace(/[OQDILSB]/g, (letter) => DIGITS[letter] ?? letter).replace(/\D/g, '')

/** A cell of nothing but an amount whose point was read as a dash, or whose tax flag S as a 5. */
const SMEARED = /^[^A-Z\d]{0,3}(?:RM\s?)?(?:(\d{1,5})-(\d{2})|(\d{1,5})\.(\d{2})[58])$/

/** The amounts in an upper-case text, left to right. Dates, times, percentages and figures with other than two decimals are not amounts. */
export function findAmounts(text: string): Amount[] {
  const smeared = SMEARED.exec(text)
  if (smeared) {
    const sen = Number(smeared[1] ?? smeared[3]) * 100 + Number(smeared[2] ?? smeared[4])
    return [{ sen, start: 0, end: text.length, marked: text.includes('RM'), shape: 'repaired' }]
  }
  const found: Amount[] = []
  for (const match of text.matchAll(PATTERN)) {
    const { lead = '', mark, minus, int, sep = '', dec, whole, tail } = match.groups ?? {}
    const figure = int ?? whole ?? ''
    const figureStart = match.index + match[0].indexOf(figure, lead.length + (mark?.length ?? 0))
    if (!mark && isInsideWord(text, figureStart)) continue
    const written = `${figure}${dec ?? ''}`
    if ((written.match(/\d/g) ?? []).length * 2 < written.replaceAll(',', '').length) continue
    const sen = Number(digits(figure)) * 100 + Number(dec === undefined ? 0 : digits(dec))
    const isRepaired = /[A-Z]/.test(written) || sep.length > 1 || sep === ','
    found.push({
      sen: isNegative(text, match.index, lead, minus, tail) ? -sen : sen,
      start: match.index,
      end: match.index + match[0].length,
      marked: mark !== undefined,
      shape: whole !== undefined ? 'whole' : isRepaired ? 'repaired' : 'plain',
    })
  }
  return found
}

/** Part of a date, a number with more decimals or a code; a figure glued to a word of two letters (TOTAL8.60) is not. */
function isInsideWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  return /[\d.,/:]$/.test(before) || /(?:^|[^A-Z])[A-RT-WYZ]$/.test(before)
}

function isNegative(text: string, at: number, lead: string, minus?: string, tail?: string): boolean {
  const opened = lead.trim() || minus
  if (opened === '(') return tail?.trim() === ')'
  // A dash after a word or standing apart separates a label from its amount (TOTAL - 5.00); it is no sign.
  if (opened === '-')
    return minus !== undefined || (!/\s$/.test(lead) && !/[A-Z0-9]$/.test(text.slice(0, at)))
  return tail?.trim() === '-'
}
