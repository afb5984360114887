import { AFTER_POINT_TIME } from './times.ts'

/** How an amount is printed. */
export type AmountShape =
  | 'plain' // two decimals
  | 'repaired' // look-alike letters, spaces or separators corrected
  | 'whole' // no decimals, but a currency mark or /-
  | 'short' // one decimal and a currency mark
  | 'bare' // no or one decimal and no mark; only where asked for

/** An amount of money found in a text. */
export interface Amount {
  /** Hundredths of the currency. */
  sen: number
  /** Offsets in the text. */
  start: number
  end: number
  /** Next to RM or another currency mark. */
  marked: boolean
  shape: AmountShape
}

/** What the rest of the receipt says about how it prints amounts. */
export interface AmountStyle {
  /** Spaces separate thousands: `3 299.00` is one amount, not a quantity and an amount. */
  spaced?: boolean
  /** A text that is only a figure of no or one decimal is an amount, and so is such a figure at the end of a text. */
  bare?: boolean
  /** The text stands in the row of a total; if it is two figures (86 00), their point was not read. */
  gapped?: boolean
}

const DIGIT = '[0-9OQDILSB]'
export const CURRENCY_MARK = String.raw`(?:RM|R\s?M|MYR|SGD|USD|EUR|GBP|AUD|NZD|IDR|THB|JPY|CNY|RMB|HKD|TWD|INR|PHP|VND|KRW|CHF|(?:US|S|A|HK|NT|NZ)?\s?\$|RP|[€£¥฿₹₱₩₫])`
/** Not of the next amount, and no rate: 2.05 RM/LITRE. */
const MARK_BEHIND = String.raw`\s?(?:RM|MYR|RINGGIT|令吉|元)(?![A-Z]|\s?[.:]?\s?[-(]?\s?\d|\s?\/|\sPER\b)`
const IS_MARKED_BEHIND = new RegExp(`^${MARK_BEHIND}`)
const LEAD = String.raw`(?<lead>[-(]\s?)?`
const AFTER_MARK = String.raw`\s?[.:]?\s?(?<minus>[-(]\s?)?`
/** Before a figure, with a currency mark or without one. */
const FRONT = `${LEAD}(?<mark>${CURRENCY_MARK})?${AFTER_MARK}`
const MARKED = `${LEAD}(?<mark>${CURRENCY_MARK})${AFTER_MARK}`
const TAIL = String.raw`(?<tail>\s?[-)](?![\dA-Z]))?`
/** What follows is not the rest of a longer figure, a percentage, a date or a time. */
const END = String.raw`(?![\d%]|\s%|[.,:/]\d|${AFTER_POINT_TIME})`

const COMMAS = String.raw`\d{1,3}(?:,\d{3}){1,3}`
const POINTS = String.raw`\d{1,3}(?:\.\d{3}){1,3}`
const SPACES = String.raw`\d{1,3}(?: \d{3}){1,2}`
const FIGURE = String.raw`(?:\d|(?<![A-Z])[OIL])${DIGIT}{0,6}`
const DECIMALS = String.raw`(?<sep>[.,])(?<dec>\d{2})`
const TORN_DECIMALS = String.raw`(?<sep>\s?[.,]\s?)(?<dec>${DIGIT}{2})`
const WHOLE = String.raw`(?<int>${COMMAS}|\d{1,7})`
const SHORT = String.raw`(?<int>${COMMAS}|\d{1,6})(?<sep>[.,])(?<dec>\d)`

interface Form {
  shape: AmountShape
  /** A text without this has no amount of this form. It is cheaper than the pattern. */
  needs: RegExp
  pattern: RegExp
  /** Only on a receipt of this style. */
  style?: keyof AmountStyle
}

/** Tried in this order; what an earlier form has taken is not looked at again. */
const FORMS: Form[] = [
  {
    shape: 'plain',
    needs: / \d{3}\s?[.,]/,
    pattern: pattern(MARKED, `(?<int>${SPACES})`, DECIMALS, TAIL, END),
  },
  {
    shape: 'plain',
    needs: / \d{3}\s?[.,]/,
    pattern: pattern(FRONT, `(?<int>${SPACES})`, DECIMALS, TAIL, END),
    style: 'spaced',
  },
  // Of other countries: 1.234,50 and 1'234.50. In 1.234.50 the comma is misread.
  {
    shape: 'plain',
    needs: /\d[.']\d{3}/,
    pattern: pattern(FRONT, String.raw`(?<int>${POINTS}|\d{1,3}(?:'\d{3}){1,3})`, DECIMALS, TAIL, END),
  },
  {
    shape: 'plain',
    needs: /[.,]/,
    pattern: pattern(
      FRONT,
      String.raw`(?<int>\d{1,3}(?:,\s?\d{3}){1,3}|${FIGURE})`,
      TORN_DECIMALS,
      TAIL,
      END,
    ),
  },
  {
    shape: 'repaired',
    needs: /^\d{1,5} \d{2}$/,
    pattern: pattern(String.raw`^(?<int>\d{1,5})(?<sep> )(?<dec>\d{2})$`),
    style: 'gapped',
  },
  {
    shape: 'repaired',
    needs: /\d \d{2}$/,
    pattern: pattern(MARKED, String.raw`(?<int>\d{1,5})(?<sep> )(?<dec>\d{2})$`),
  },
  { shape: 'short', needs: /\d[.,]\d(?!\d)/, pattern: pattern(MARKED, SHORT, TAIL, END) },
  { shape: 'short', needs: /\d[.,]\d\s?[RM令元]/, pattern: pattern(FRONT, SHORT, MARK_BEHIND) },
  // Rupiah and dong have points between thousands and no decimals.
  {
    shape: 'whole',
    needs: /RP|IDR|VND|₫/,
    pattern: pattern(
      LEAD,
      String.raw`(?<mark>RP|IDR|VND|₫)\s?\.?\s?(?<minus>[-(])?(?<int>${POINTS})`,
      TAIL,
      END,
    ),
  },
  {
    shape: 'whole',
    needs: / \d{3}(?!\d)/,
    pattern: pattern(MARKED, `(?<int>${SPACES})`, TAIL, String.raw`(?!\s?[A-Z])`, END),
  },
  {
    shape: 'whole',
    needs: new RegExp(String.raw`${CURRENCY_MARK}[\s.:(-]{0,4}\d`),
    pattern: pattern(MARKED, WHOLE, String.raw`(?:\s?/-|\.-)?`, TAIL, END),
  },
  {
    shape: 'whole',
    needs: /\d\s?\/-|\d\.-/,
    pattern: pattern(FRONT, WHOLE, String.raw`(?:\s?/-|\.-)(?!\d)`),
  },
  { shape: 'whole', needs: /\d\s?(?:RM|MYR|RINGGIT|令吉|元)/, pattern: pattern(FRONT, WHOLE, MARK_BEHIND) },
  {
    shape: 'bare',
    needs: /\d$/,
    pattern: pattern(
      String.raw`(?<![\d.,:/#-])(?<minus>-)?(?<int>${COMMAS}|[1-9]\d{0,5})(?:(?<sep>[.,])(?<dec>\d))?$`,
    ),
    style: 'bare',
  },
]

function pattern(...parts: string[]) {
  return new RegExp(parts.join(''), 'g')
}

const DIGITS: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', S: '5', B: '8' }

const digits = (text: string) =>
  text.replace(/[OQDILSB]/g, (letter) => DIGITS[letter] ?? letter).replace(/\D/g, '')

/** A cell that is only an amount whose point was read as a dash, or whose tax flag S was read as 5. */
const SMEARED = /^[^A-Z\d]{0,3}(?:RM\s?)?(?:(\d{1,5})-(\d{2})|(\d{1,5})\.(\d{2})[58])$/

/**
 * Finds the amounts in an upper-case text, from left to right. Dates, times, percentages and rates of three decimals
 * are not amounts.
 */
export function findAmounts(text: string, style: AmountStyle = {}): Amount[] {
  const smeared = SMEARED.exec(text)
  if (smeared) {
    const sen = Number(smeared[1] ?? smeared[3]) * 100 + Number(smeared[2] ?? smeared[4])
    return [{ sen, start: 0, end: text.length, marked: text.includes('RM'), shape: 'repaired' }]
  }
  if (!/\d/.test(text)) return []
  const clean = text.replace(/[−–—]/g, '-')
  const found: Amount[] = []
  for (const one of FORMS) {
    if ((one.style && !style[one.style]) || !one.needs.test(clean)) continue
    for (const match of clean.matchAll(one.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => other.start < end && start < other.end)) continue
      const amount = amountOf(match, one.shape, clean)
      if (amount) found.push({ ...amount, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function amountOf(match: RegExpMatchArray, shape: AmountShape, text: string) {
  const { lead = '', mark, minus, int = '', sep = '', dec, tail } = match.groups ?? {}
  const at = match.index ?? 0
  const figureStart = at + match[0].indexOf(int, lead.length + (mark?.length ?? 0))
  if (!mark && isInsideWord(text, figureStart)) return null
  const written = `${int}${dec ?? ''}`
  if ((written.match(/\d/g) ?? []).length * 2 < written.replace(/[,.' ]/g, '').length) return null
  const hundredths = dec === undefined ? 0 : Number(digits(dec)) * (dec.length === 1 ? 10 : 1)
  const sen = Number(digits(int)) * 100 + hundredths
  const isRepaired = /[A-Z]/.test(written) || sep.length > 1 || (sep === ',' && !int.includes('.'))
  return {
    sen: isNegative(text, at, { lead, mark, minus, tail }) ? -sen : sen,
    marked:
      mark !== undefined ||
      IS_MARKED_BEHIND.test(text.slice(figureStart + written.length + Math.max(0, sep.length))),
    shape: shape === 'plain' && isRepaired ? ('repaired' as const) : shape,
  }
}

/** Whether a figure is part of a date, a longer number or a code. One attached to a word (TOTAL8.60) is not. */
function isInsideWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  return /[\d.,/:]$/.test(before) || /(?:^|[^A-Z])[A-RT-WYZ]$/.test(before)
}

/** The signs around an amount: what precedes its currency mark, its figure, and what follows it. */
interface Signs {
  lead: string
  mark: string | undefined
  minus: string | undefined
  tail: string | undefined
}

function isNegative(text: string, at: number, { lead, mark, minus, tail }: Signs): boolean {
  const opened = lead.trim() || minus?.trim()
  if (opened === '(') return tail?.trim() === ')'
  // A dash after a word, or with spaces around it, separates a label from its amount (TOTAL - 5.00).
  if (opened === '-') {
    if (minus !== undefined && (mark || minus === '-')) return true
    return !/\s$/.test(lead || (minus ?? '')) && !/[A-Z0-9]$/.test(text.slice(0, at))
  }
  return tail?.trim() === '-'
}
