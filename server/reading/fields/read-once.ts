import { malaysianDay } from '../../malaysian-time.ts'
import type { PageText } from '../page-text.ts'
import type { Reading } from '../reading.ts'
import { readCompanyNumber } from './company-number.ts'
import { type CurrencyReading, monthFirst, readCurrency } from './currency.ts'
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

/** The fields that the rules read. They never see e-invoices. */
export type Fields = Omit<Reading, 'einvoice'>

/** The fields of one reading of the pages, each with its own confidence, and whether its items come to a printed sum. */
export interface OneReading {
  fields: Fields
  itemsAddUp: boolean
}

export function readOnce(pages: PageText[], options: FieldOptions): OneReading {
  const today = options.today ?? malaysianDay(new Date())
  const rows = layOut(pages)
  const lastYear = Number(today.slice(0, 4)) + 1
  const hints = hintsOf(pages, lastYear)
  const money = labelled(findMoney(rows).slice(0, MOST_AMOUNTS), hints.labels)
  const currency = readCurrency(
    rows,
    pages.some(({ link }) => link),
  )
  const totalSen = readTotal(money, rows, hints.totals)
  const { items, addsUp } = readItems(rows, money)
  const fields: Fields = {
    ...readNames(rows, { hinted: hints.merchants, addresses: hints.addresses }),
    date: readDate(rows, {
      today,
      monthFirst: monthFirst(rows, currency),
      hinted: hints.dates,
      hintedTwice: hints.datesTwice,
    }),
    totalSen,
    taxSen: readTax(money, rows, totalSen?.value ?? null) ?? hints.tax,
    receiptNumber: readReceiptNumber(rows, lastYear) ?? hints.receiptNumber,
    companyNumber: readCompanyNumber(rows) ?? hints.companyNumber,
    ...withHint(currency, hints.currency),
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
