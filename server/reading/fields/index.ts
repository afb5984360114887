import { malaysianDay } from '../../malaysian-time.ts'
import type { PageText } from '../page-text.ts'
import type { Reading } from '../reading.ts'
import { agreed, otherReading } from './agreement.ts'
import { readCompanyNumber } from './company-number.ts'
import { type CurrencyReading, readCurrency } from './currency.ts'
import { readDate } from './date.ts'
import { type Hints, hintsOf } from './hints.ts'
import { readItems } from './items/index.ts'
import { findMoney, type Money } from './money.ts'
import { readNames } from './names.ts'
import { readReceiptNumber } from './receipt-number.ts'
import { layOut } from './rows.ts'
import { readTax } from './tax.ts'
import { readTotal } from './total.ts'

export interface FieldOptions {
  /** YYYY-MM-DD; a later day is unlikely to be a receipt's date. Default: the current day in Malaysia. */
  today?: string
}

const MOST_AMOUNTS = 1500
/** The confidence in a currency that no mark names is at most this. */
const GUESSED = 0.7

/** The fields that the rules read. They never see e-invoices. */
export type Fields = Omit<Reading, 'einvoice'>

/**
 * Reads the fields of a receipt from the text of its pages. Any field may be null; without text all are. Takes time
 * linear in the text, of which only the first 1,500 lines are used.
 */
export function readFields(pages: PageText[], options: FieldOptions = {}): Fields {
  const { fields: first, itemsAddUp } = readOnce(pages, options)
  const otherPages = otherReading(pages)
  if (!otherPages) return first
  const { fields: second, itemsAddUp: otherItemsAddUp } = readOnce(otherPages, options)
  // Merchant, brand and legal name belong together.
  const isSecondSurer = (second.merchant?.confidence ?? 0) > (first.merchant?.confidence ?? 0)
  const { brand, legalName } = isSecondSurer ? second : first
  // A mark that only one reading has decides; a guess without marks does not.
  const isSecondMarked = second.currencyConfidence > Math.max(first.currencyConfidence, GUESSED)
  const { currency, currencyConfidence } = isSecondMarked ? second : first
  return {
    ...first,
    currency,
    currencyConfidence,
    brand,
    legalName,
    merchant: agreed(first.merchant, second.merchant),
    date: agreed(first.date, second.date),
    totalSen: agreed(first.totalSen, second.totalSen),
    items: !itemsAddUp && otherItemsAddUp ? second.items : first.items,
  }
}

function readOnce(pages: PageText[], options: FieldOptions): { fields: Fields; itemsAddUp: boolean } {
  const today = options.today ?? malaysianDay(new Date())
  const rows = layOut(pages)
  const lastYear = Number(today.slice(0, 4)) + 1
  const hints = hintsOf(pages, lastYear)
  const money = labelled(findMoney(rows).slice(0, MOST_AMOUNTS), hints.labels)
  const totalSen = readTotal(money, rows, hints.totals)
  const { items, addsUp } = readItems(rows, money)
  const fields: Fields = {
    ...readNames(rows, { hinted: hints.merchants, addresses: hints.addresses }),
    date: readDate(rows, { today, hinted: hints.dates, hintedTwice: hints.datesTwice }),
    totalSen,
    taxSen: readTax(money, rows, totalSen?.value ?? null) ?? hints.tax,
    receiptNumber: readReceiptNumber(rows, lastYear) ?? hints.receiptNumber,
    companyNumber: readCompanyNumber(rows) ?? hints.companyNumber,
    ...withHint(readCurrency(rows), hints.currency),
    items: items.length > 0 && (addsUp || !hints.itemsAddUp) ? items : hints.items,
  }
  return { fields, itemsAddUp: addsUp }
}

/** Amounts without a label get the meaning that the reader recognised. */
const labelled = (money: Money[], labels: Hints['labels']) =>
  money.map((one) => {
    const hint = one.label === 'none' && labels.find(({ sen }) => sen === one.sen)
    return hint ? { ...one, label: hint.label } : one
  })

/** A reader takes every $ for a US dollar, so its code only decides what the page leaves open. */
const withHint = (read: CurrencyReading, code: string | null): CurrencyReading => {
  if (code === null || !/^[A-Z]{3}$/.test(code)) return read
  if (read.currency === code)
    return { currency: code, currencyConfidence: Math.max(read.currencyConfidence, 0.95) }
  return read.currency === null || read.currencyConfidence < 0.7
    ? { currency: code, currencyConfidence: 0.8 }
    : read
}

/**
 * Whether nothing useful was read: neither a date nor a total. A name alone does not count, because any word can look
 * like one.
 */
export const isUnreadable = (reading: Fields) => reading.date === null && reading.totalSen === null
