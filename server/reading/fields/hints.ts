import { within } from '../area.ts'
import type { FieldHint, PageText } from '../page-text.ts'
import type { FactName } from '../read-values.ts'
import type { FieldReading, LineItem } from '../reading.ts'
import { findAmounts } from './amounts.ts'
import { bareName, repairName } from './business-names.ts'
import { companyNumberIn } from './company-number.ts'
import { findDates } from './date-shapes.ts'
import { type Label, labelOf } from './labels.ts'
import { spell } from './words.ts'

/** The fields a reader recognised itself, parsed so that the rules can compare. Any of them may be wrong. */
export interface Hints {
  merchants: Set<string>
  /** YYYY-MM-DD */
  dates: Set<string>
  /** Those that the reader found in two places. */
  datesTwice: Set<string>
  totals: Set<number>
  tax: FieldReading<number> | null
  receiptNumber: FieldReading<string> | null
  /** ISO 4217 */
  currency: string | null
  /** Lines of the vendor's address, and the buyer: no name of a shop. */
  addresses: Set<string>
  companyNumber: FieldReading<string> | null
  /** Amounts whose meaning the reader recognised, for those without a label on the page. */
  labels: { sen: number; label: Label }[]
  items: LineItem[]
  /** Whether they come to a total of the reader's, so that they can be preferred. */
  itemsAddUp: boolean
}

/** Labels that a reader may take for a total by mistake. */
const NO_TOTAL = new Set<Label>([
  'before',
  'cash',
  'change',
  'balance',
  'covered',
  'assured',
  'count',
  'discount',
  'rounding',
  'tax',
  'service',
])
/** The share of the reader's confidence that is kept where the rules found nothing. */
const TRUST = 0.7

const amountsOf = (text: string) => findAmounts(text.toUpperCase()).map((amount) => amount.sen)

export const comparable = (name: string) =>
  bareName(repairName(name.toUpperCase())).replace(/[^\p{L}\p{N}]/gu, '')

export function hintsOf(given: PageText[], lastYear: number): Hints {
  const pages = given.map((page) => (page.receipts?.[0] ? within(page, page.receipts[0]) : page))
  const fields = pages.flatMap(({ page, hints }) => (hints?.fields ?? []).map((hint) => ({ ...hint, page })))
  const of = (field: FieldHint['field']) => fields.filter((hint) => hint.field === field)
  const totals = of('total').filter(({ label }) => !NO_TOTAL.has(labelOf(spell(label.toUpperCase()))))
  const items = pages.flatMap(itemsOf)
  const facts = pages.flatMap(({ page, hints }) => (hints?.facts ?? []).map((fact) => ({ ...fact, page })))
  const factsOf = (...names: FactName[]) => facts.filter(({ fact }) => names.includes(fact))
  const days = of('date').flatMap(({ text }) => [
    // Which of the figures is the month or the year, all of the receipt decides.
    ...new Set(
      findDates(text.toUpperCase(), lastYear).flatMap(({ iso, swapped, yearFirst }) =>
        [iso, swapped, yearFirst].filter((day) => day !== undefined),
      ),
    ),
  ])
  const merchants = new Set(of('merchant').map(({ text }) => comparable(text.replace(/\s+/g, ' '))))
  const sums = new Set(totals.flatMap(({ text }) => amountsOf(text)))
  return {
    merchants,
    dates: new Set(days),
    datesTwice: new Set(days.filter((day, i) => days.indexOf(day) !== i)),
    currency: mostCommon(factsOf('currency').map(({ text }) => text.toUpperCase())),
    addresses: new Set(
      factsOf('vendorAddress', 'receiver')
        .flatMap(({ text }) => [text.replace(/\s+/g, ' '), ...text.split('\n')])
        .map(comparable)
        .filter((line) => line !== '' && !merchants.has(line)),
    ),
    companyNumber: surest(factsOf('vendorNumber'), (text) => companyNumberIn(text.toUpperCase())?.value),
    labels: (['subtotal', 'service', 'discount'] as const).flatMap((label) =>
      factsOf(label).flatMap(({ text }) => amountsOf(text).map((sen) => ({ sen, label }))),
    ),
    totals: new Set(totals.flatMap(({ text }) => amountsOf(text))),
    tax: surest(of('tax'), (text) => amountsOf(text)[0]),
    receiptNumber: surest(
      of('receiptNumber'),
      (text) => /[A-Z0-9/_-]*\d[A-Z0-9/_-]*/.exec(text.toUpperCase())?.[0],
    ),
    items,
    itemsAddUp: sums.has(items.reduce((sum, { amountSen }) => sum + amountSen, 0)),
  }
}

/** Null where there is none. */
function mostCommon(values: string[]): string | null {
  const counts = Map.groupBy(values, (value) => value)
  const [top] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return top?.[0] ?? null
}

function surest<T>(
  hints: (Pick<FieldHint, 'text' | 'confidence' | 'box'> & { page: number })[],
  parse: (text: string) => T | undefined,
): FieldReading<T> | null {
  for (const { text, confidence, page, box } of hints.toSorted((a, b) => b.confidence - a.confidence)) {
    const value = parse(text)
    if (value !== undefined) return { value, confidence: TRUST * confidence, page, box }
  }
  return null
}

function itemsOf({ page, hints }: PageText): LineItem[] {
  return (hints?.items ?? []).flatMap(({ description, quantity, unitPrice, amount, box }) => {
    const [amountSen] = amountsOf(amount)
    if (amountSen === undefined || !description.trim()) return []
    const count = /^\D{0,2}(\d{1,5}(?:\.\d{1,3})?)\b/.exec(quantity)?.[1]
    return [
      {
        description: description.replace(/\s+/g, ' ').trim().toUpperCase(),
        quantity: count === undefined ? null : Number(count),
        unitPriceSen: amountsOf(unitPrice)[0] ?? null,
        amountSen,
        page,
        box,
      },
    ]
  })
}
