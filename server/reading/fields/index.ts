import type { PageText } from '../page-text.ts'
import type { FieldReading } from '../reading.ts'
import { otherReading, thirdReading, weigh } from './agreement.ts'
import { type CalibratedField, calibrated } from './calibration.ts'
import { comparable } from './hints.ts'
import { readNames } from './names.ts'
import { type FieldOptions, type Fields, readOnce } from './read-once.ts'
import { withReceiptsApart } from './receipts-apart.ts'
import { layOut } from './rows.ts'

export { isUnreadable } from '../reading.ts'
export { isConsolidated } from './consolidated.ts'
export type { FieldOptions, Fields } from './read-once.ts'
export { withReceiptsApart } from './receipts-apart.ts'

/** The confidence in a currency that no mark names is at most this. */
const GUESSED = 0.7

/**
 * Reads the fields of a receipt from the text of its pages; of several receipts in a picture, of the first. Any field may be null; without text all are. Takes time
 * linear in the text, of which only the first 1,500 lines are used.
 */
export function readFields(given: PageText[], options: FieldOptions = {}): Fields {
  const pages = withReceiptsApart(given, options)
  const one = readOnce(pages, options)
  const otherPages = otherReading(pages)
  const two = otherPages && readOnce(otherPages, options)
  const [first, second] = [one.fields, two?.fields]
  const third = thirdNames(pages)
  const names = weighNames(first.merchant, second?.merchant, third?.merchant)
  const merchant = names && { ...names.reading, confidence: calibrated('merchant', names.evidence) }
  // Merchant, brand and legal name belong together.
  const { brand, legalName } = [second, third].find((one) => one && one.merchant === names?.reading) ?? first
  const asMerchant = (name: FieldReading<string> | null) =>
    name?.value === merchant?.value ? merchant : name
  // A mark that only one reading has decides; a guess without marks does not.
  const isSecondMarked = second && second.currencyConfidence > Math.max(first.currencyConfidence, GUESSED)
  const { currency, currencyConfidence } = isSecondMarked ? second : first
  return {
    ...first,
    currency,
    currencyConfidence,
    merchant,
    brand: asMerchant(brand),
    legalName: asMerchant(legalName),
    date: surest('date', first.date, second?.date),
    totalSen: surest('total', first.totalSen, second?.totalSen),
    items: two && !one.itemsAddUp && two.itemsAddUp ? two.fields.items : first.items,
  }
}

/** The names on pages of which lines were looked at a second time; null if none were. */
export function thirdNames(pages: PageText[]) {
  const third = thirdReading(pages)
  return third && readNames(layOut(third))
}

/** Names whose letters and digits are the same are one. */
export const weighNames = (
  first: FieldReading<string> | null,
  second: FieldReading<string> | null | undefined,
  third: FieldReading<string> | null | undefined,
) => weigh(first, second, third ?? null, (a, b) => comparable(a) === comparable(b))

/** The value of one or two readings that has more confidence, with how often such a value is right. */
function surest<T>(
  field: CalibratedField,
  first: FieldReading<T> | null,
  second: FieldReading<T> | null | undefined,
): FieldReading<T> | null {
  const weighed = weigh(first, second)
  return weighed && { ...weighed.reading, confidence: calibrated(field, weighed.evidence) }
}
