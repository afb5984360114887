import type { FieldHint, PageText } from '../page-text.ts'
import type { FieldReading, LineItem } from '../reading.ts'
import { findAmounts } from './amounts.ts'
import { bareName, repairName } from './business-names.ts'
import { findDates } from './date-shapes.ts'
import { type Label, labelOf } from './labels.ts'
import { spell } from './words.ts'

/** The fields a reader recognised itself, parsed so that the rules can compare. Any of them may be wrong. */
export interface Hints {
  merchants: Set<string>
  /** YYYY-MM-DD */
  dates: Set<string>
  totals: Set<number>
  tax: FieldReading<number> | null
  receiptNumber: FieldReading<string> | null
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

export function hintsOf(pages: PageText[], lastYear: number): Hints {
  const fields = pages.flatMap(({ page, hints }) => (hints?.fields ?? []).map((hint) => ({ ...hint, page })))
  const of = (field: FieldHint['field']) => fields.filter((hint) => hint.field === field)
  const totals = of('total').filter(({ label }) => !NO_TOTAL.has(labelOf(spell(label.toUpperCase()))))
  const items = pages.flatMap(itemsOf)
  const sums = new Set(totals.flatMap(({ text }) => amountsOf(text)))
  return {
    merchants: new Set(of('merchant').map(({ text }) => comparable(text.replace(/\s+/g, ' ')))),
    dates: new Set(
      of('date').flatMap(({ text }) => findDates(text.toUpperCase(), lastYear).map((d) => d.iso)),
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

function surest<T>(
  hints: (FieldHint & { page: number })[],
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
