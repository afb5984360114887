import { type Amount, findAmounts } from '../amounts.ts'

/** What one row of the item list holds, taken apart: words and figures. Prices may have fractions of a sen. */
export interface Figures {
  /** The words without figures, codes and tax flags. */
  words: string
  /** Whether the words are a name; codes of goods (GTG02, YT51775) and units of quantity alone are none. */
  isNamed: boolean
  /** A whole number before the words: a quantity, or the number of the line. */
  leading: number | null
  /** Read as one with the words (809 METAL CLIP): part of the name unless it is the quantity. */
  isGlued: boolean
  /** Whole numbers after the words, as a column of quantities has them. */
  columns: number[]
  /** A whole number at the end of the words: a quantity, or part of the name (FUELSAVE 95). */
  trailing: number | null
  /** A quantity that says so: `2 X`, `3 PCS @`, `*4`, `39.42 LITRE`. */
  quantity: number | null
  /** A price that says so: `@ 2.50`, `2.170 RM / LITRE`. */
  unitSen: number | null
  /** Other amounts from left to right; the last is what the row comes to. */
  amounts: number[]
  /** Percentages, and figures that may be one. */
  percents: number[]
}

const UNIT =
  '(?:PCS?|PIECES?|PKTS?|PACKS?|CTNS?|BOX(?:ES)?|BTLS?|EA|EACH|UNITS?|UNI|UNT|NOS?|SETS?|KGS?|GM?|PRS?|ROLLS?|DOZ|BAGS?|TINS?|HRS?|DAYS?|NIGHTS?|PAX|SLO|U|L)'
const PRICE = String.raw`(?:RM\s?|MYR\s?|\$\s?)?(\d{1,6}(?:,\d{3})?\.\d{2,4})(?![\d.])`
const START = String.raw`(?<![^\s(])`
const LITRE = '(?:[L1I|]ITRES?|[L1I|]ITERS?|LTRS?|LIT|L)'

/** `2 X 8.50`, `2X8.50`, `3 PCS @ 90.00`, `10.00 PKTS X 13.00`, `0.512KG @ 12.90`; readers take @ for Q or ©. */
const TIMES = new RegExp(
  String.raw`${START}(\d{1,4}(?:\.\d{1,3})?)\s?(?:(?:[A-Z]{1,5}\.?\s{0,3})?[@*]|(?:[A-Z]{1,5}\.?\s{1,3})?X)\s{0,12}(?:@|[QO©](?=\s))?\s{0,3}${PRICE}`,
)
/** `12.50*2`, `12.50 X 2` */
const TURNED = new RegExp(String.raw`${START}${PRICE}\s?[X*]\s?(\d{1,4})(?![\d.A-Z])`)
/** `2 X`, `*4`, `X2`, where the price stands elsewhere */
const COUNT = /(?:(?:^|\s\s)(\d{1,4})\s?[X*]|(?<!\S)[X*](\d{1,3}))(?=\s|$)/
const AT = new RegExp(String.raw`@\s?${PRICE}`)
const FUEL = new RegExp(
  String.raw`${START}(\d{1,4}\.\d{2,3})\s?${LITRE}\b(?:\s+PU[MN]P\s*(?:NO)?[\s#.:]*\d{0,2})?`,
)
const PER = new RegExp(String.raw`${START}${PRICE}\s*(?:RM|MYR)?\s*\/\s*(?:${LITRE}|KG|UNIT|PC)\b`)
const FINE = /(?<![\d.A-Z])(\d{1,6}\.\d{3,4})(?![\d.A-Z])/g
/** An amount whose point was not read, alone in its column: `58 30`. */
const FADED = /(?<=^|\s\s|RM\s?)(\d{1,4}) (\d{2})(?=\s?[SZTEN*CK]?(?:$|\s\s))/g
const PERCENT = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)\s?%/g
const FLAG = /^(?:\(?(?:\*?S|SR[SOE]?|ZR[LE]?|ES|OS|GS|ST|NT|NS|[ZTKCFNE])\)?[*#]?|\*+|RM|MYR)$/
const UNITS = new RegExp(`^${UNIT}$`)
/** Numbers of goods: many digits, or letters and digits mixed with at least two digits at the end. */
const CODE = /\d{5,}|^[A-Z]{1,4}[-/]?\d{2,}[A-Z]?$|^\d{4}$|^\d+-\d+$/

const sen = (figure: string) => Number(figure.replaceAll(',', '')) * 100

/** Takes a row apart. @param text upper case, cells two spaces apart */
export function figuresOf(text: string): Figures {
  const found: Figures = {
    words: '',
    isNamed: false,
    leading: null,
    isGlued: false,
    columns: [],
    trailing: null,
    quantity: null,
    unitSen: null,
    amounts: [],
    percents: [],
  }
  let rest = text.replace(/×/g, 'X').replaceAll('_', '').replace(FADED, '$1.$2')
  const take = (pattern: RegExp) => {
    const match = pattern.exec(rest)
    if (match) rest = `${rest.slice(0, match.index)}  ${rest.slice(match.index + match[0].length)}`
    return match
  }
  const per = take(PER)
  if (per?.[1]) found.unitSen = sen(per[1])
  const fuel = take(FUEL)
  if (fuel?.[1]) found.quantity = Number(fuel[1])
  const times = take(TIMES)
  if (times?.[1] && times[2]) {
    found.quantity = Number(times[1])
    found.unitSen = sen(times[2])
  } else {
    const turned = take(TURNED)
    if (turned?.[1] && turned[2]) {
      found.unitSen = sen(turned[1])
      found.quantity = Number(turned[2])
    } else {
      const count = take(COUNT)
      if (count) found.quantity = Number(count[1] ?? count[2])
      const at = take(AT)
      if (at?.[1]) found.unitSen = sen(at[1])
    }
  }
  for (const [, figure = ''] of rest.matchAll(PERCENT)) found.percents.push(Number(figure))
  const fine = [...rest.matchAll(FINE)]
  const amounts = findAmounts(rest).filter((amount) => isMoney(rest, amount))
  found.amounts = [
    ...fine.map(([, figure = ''], i) => ({ at: fine[i]?.index ?? 0, sen: sen(figure) })),
    ...amounts.map(({ start, sen }) => ({ at: start, sen })),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map((one) => one.sen)
  const bare = amounts
    .toReversed()
    .reduce((cut, { start, end }) => `${cut.slice(0, start)}  ${cut.slice(end)}`, rest)
    .replace(FINE, '  ')
  readWords(bare, found)
  return found
}

/**
 * Whether an amount is one in a list of goods, not a size (1.5L, 35.5X25) or the numbers of an address (38, 39). Look-alike
 * letters are believed only where no word goes on.
 */
function isMoney(text: string, { start, end }: Amount): boolean {
  const printed = text.slice(start, end)
  const after = text.slice(end)
  if (/,\s/.test(printed) || /\d[A-Z]$/.test(printed.replace(/[OSBI]$/, '0'))) return false
  return !/^[A-Z"'”]/.test(after) || /^[SZTENKC*]{1,3}\s*$/.test(after)
}

/** Whether a word may be part of a name: letters prevail (106BCOLD), and it is no number of goods. */
const isNaming = (token: string) =>
  !CODE.test(token) &&
  /\p{L}{2}/u.test(token) &&
  (token.match(/\p{L}/gu) ?? []).length > (token.match(/\d/g) ?? []).length

/** The words and whole numbers of a row without its prices. */
function readWords(text: string, found: Figures) {
  const isWhole = (token: string) => /^[1-9]\d{0,3}$/.test(token)
  const isWord = (token: string) => /\p{L}/u.test(token) && !UNITS.test(token) && !CODE.test(token)
  const parts = text
    .split(/\s{2,}/)
    .map((part) => part.split(' ').filter((token) => token !== '' && !FLAG.test(token)))
    .filter((part) => part.length > 0)
  const named = parts.findLastIndex((part) => part.some(isWord))
  const first = parts[0]?.[0]
  const name = parts.slice(0, named + 1).flat()
  // A number that opens a name may also be part of it (100 PLUS); what becomes of it is decided later.
  if (named >= 0 && first !== undefined && /^\d{1,3}[.)]?$/.test(first) && name.length > 1) {
    found.leading = Number.parseInt(first, 10)
    name.shift()
    found.isGlued = parts[0]?.length !== 1
  }
  found.columns = parts
    .slice(named + 1)
    .flat()
    .filter(isWhole)
    .map(Number)
  // Read as one with the name, the column of quantities is its last word.
  const last = name.at(-1)
  if (found.columns.length === 0 && name.length > 1 && last !== undefined && isWhole(last)) {
    found.trailing = Number(last)
  }
  const kept = name.filter((token) => !/^[^(]*\d{5,}|^\d{3,}-\d{3,}$/.test(token))
  found.words = kept
    .join(' ')
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})"'#*%&+]+$/gu, '')
    .trim()
  found.isNamed = kept.some(isNaming) && /\p{L}{3}|\p{Script=Han}/u.test(found.words)
}
