import type { Reading } from '../reading.ts'
import { type Country, FOREIGN, RINGGIT } from './countries.ts'
import type { Row } from './rows.ts'

export type CurrencyReading = Pick<Reading, 'currency' | 'currencyConfidence'>

const SIGNS = { $: /(?<![A-Z])\$\s?-?\d|\d\s?\$/, '¥': /¥\s?-?\d|\d\s?元/ } as const

const rowsWith = (rows: Row[], what: RegExp | undefined) =>
  what ? rows.filter((row) => what.test(row.text)).length : 0

/** How much beside the amounts speaks for a country. A firm's form or number says more than a place's name. */
const originOf = (rows: Row[], { firm, place }: Country) =>
  2 * Math.min(2, rowsWith(rows, firm)) + Math.min(3, rowsWith(rows, place))

/** So much speaks for a country that a single mark of another currency is a word or misread. */
const FIRMLY = 4

/**
 * Reads the currency from marks, words, addresses, legal forms, tax numbers and the link of an e-invoice. Null where
 * nothing tells it: a receipt is in ringgit because it says so, or because it comes from Malaysia.
 */
export function readCurrency(rows: Row[], hasEinvoiceLink = false): CurrencyReading {
  // Only businesses in Malaysia issue e-invoices of MyInvois.
  const home = originOf(rows, RINGGIT) + (hasEinvoiceLink ? 2 : 0)
  const abroad = FOREIGN.map((country) => ({ country, origin: originOf(rows, country) })).toSorted(
    (a, b) => b.origin - a.origin,
  )
  return fromMarks(rows, home, abroad) ?? fromSharedSign(rows, home, abroad) ?? fromOrigin(home, abroad)
}

type Abroad = { country: Country; origin: number }[]

/** A row of goods may name a country's money (150YEN CAR NECK); a sum in it is in that money. */
const SUM = /TOTAL|AMOUNT|PAID|PAYABLE|DUE|BALANCE|CASH|CARD|SUM\b|JUMLAH|AMAUN|[总合]|金额/

/** Marks that only one currency has. Ringgit wins where both are printed, unless the other is the usual one. */
function fromMarks(rows: Row[], home: number, abroad: Abroad): CurrencyReading | null {
  const marked = abroad
    .map(({ country, origin }) => ({ ...country, origin, rows: rowsWith(rows, country.mark) }))
    .filter(({ rows: count, origin, mark }) => {
      const isStray = count === 1 && origin === 0 && home >= FIRMLY
      return !isStray || rows.some(({ text }) => mark.test(text) && SUM.test(text))
    })
    .toSorted((a, b) => b.rows - a.rows)
  const ringgit = rowsWith(rows, RINGGIT.mark)
  const [top] = marked
  if (!top || top.rows === 0) {
    if (ringgit === 0) return null
    const isElsewhere = home === 0 && (abroad[0]?.origin ?? 0) > 1
    return { currency: 'MYR', currencyConfidence: isElsewhere ? 0.75 : 0.98 }
  }
  if (top.rows > (home > 0 ? ringgit + 1 : ringgit) || (ringgit === 0 && top.origin >= home))
    return { currency: top.currency, currencyConfidence: ringgit > 0 || home > top.origin ? 0.85 : 0.97 }
  if (ringgit === 0) return { currency: top.currency, currencyConfidence: 0.7 }
  return { currency: 'MYR', currencyConfidence: top.rows < ringgit ? 0.9 : 0.75 }
}

/** A bare $ or ¥ belongs to several currencies and never to ringgit, though tills in Malaysia print one. */
function fromSharedSign(rows: Row[], home: number, abroad: Abroad): CurrencyReading | null {
  for (const sign of ['$', '¥'] as const) {
    if (rowsWith(rows, SIGNS[sign]) === 0) continue
    const [top] = abroad.filter(({ country }) => country.sharedSign === sign)
    if (top && top.origin > home) return { currency: top.country.currency, currencyConfidence: 0.9 }
    if (home < 2) return { currency: null, currencyConfidence: 0.3 }
    return { currency: 'MYR', currencyConfidence: home >= 4 && (abroad[0]?.origin ?? 0) === 0 ? 0.85 : 0.7 }
  }
  return null
}

/** Amounts without any mark. */
function fromOrigin(home: number, abroad: Abroad): CurrencyReading {
  const [top] = abroad
  if (top && top.origin > home && top.origin > 1)
    return { currency: top.country.currency, currencyConfidence: 0.75 }
  if (home === 0) return { currency: null, currencyConfidence: 0.3 }
  const elsewhere = top?.origin ?? 0
  return { currency: 'MYR', currencyConfidence: elsewhere === 0 ? 0.96 : elsewhere < home ? 0.9 : 0.75 }
}

/**
 * Whether the receipt comes from where people write the month first: `certain` by an address there beside the currency,
 * `likely` by either of them.
 */
export function monthFirst(rows: Row[], { currency, currencyConfidence }: CurrencyReading): MonthFirst {
  const home = originOf(rows, RINGGIT)
  const [top] = FOREIGN.map((country) => ({ country, origin: originOf(rows, country) })).toSorted(
    (a, b) => b.origin - a.origin,
  )
  const isPaidThere = (country: Country) => country.currency === currency && currencyConfidence > MARKED
  const from = top && top.origin > home ? top.country : undefined
  if (from) return from.monthFirst ? (isPaidThere(from) ? 'certain' : 'likely') : null
  return home === 0 && FOREIGN.some((country) => country.monthFirst && isPaidThere(country)) ? 'likely' : null
}

/** What is printed says which currency it is, rather than where the shop is. */
const MARKED = 0.8

export type MonthFirst = 'certain' | 'likely' | null
