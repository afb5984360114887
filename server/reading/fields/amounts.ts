/** An amount of money found in a text. */
export interface Amount {
  sen: number
  /** Offsets in the text. */
  start: number
  end: number
  /** Preceded by RM or another currency mark. */
  marked: boolean
  /** plain: two decimals; repaired: look-alike letters or spaces corrected; whole: no decimals, after a currency mark. */
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

/** A cell that is only an amount whose point was read as a dash, or whose tax flag S was read as 5. */
const SMEARED = /^[^A-Z\d]{0,3}(?:RM\s?)?(?:(\d{1,5})-(\d{2})|(\d{1,5})\.(\d{2})[58])$/

/**
 * Finds the amounts in an upper-case text, from left to right. Dates, times, percentages and figures without exactly
 * two decimals are not amounts.
 */
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
      sen: isNegative(text, match.index, { lead, minus, tail }) ? -sen : sen,
      start: match.index,
      end: match.index + match[0].length,
      marked: mark !== undefined,
      shape: whole !== undefined ? 'whole' : isRepaired ? 'repaired' : 'plain',
    })
  }
  return found
}

/** Whether a figure is part of a date, a longer number or a code. One attached to a word (TOTAL8.60) is not. */
function isInsideWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  return /[\d.,/:]$/.test(before) || /(?:^|[^A-Z])[A-RT-WYZ]$/.test(before)
}

/** The signs around an amount: what precedes its currency mark, its figure, and what follows it. */
interface Signs {
  lead: string
  minus: string | undefined
  tail: string | undefined
}

function isNegative(text: string, at: number, { lead, minus, tail }: Signs): boolean {
  const opened = lead.trim() || minus
  if (opened === '(') return tail?.trim() === ')'
  // A dash after a word, or with spaces around it, separates a label from its amount (TOTAL - 5.00).
  if (opened === '-')
    return minus !== undefined || (!/\s$/.test(lead) && !/[A-Z0-9]$/.test(text.slice(0, at)))
  return tail?.trim() === '-'
}
