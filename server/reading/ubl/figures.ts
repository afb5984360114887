import { toSen } from './decimal.ts'
import { all, type Element, textAt, textOf } from './element.ts'
import { contradicting, incomplete } from './refusals.ts'

/** Sen by which sums may differ: suppliers round each line, or the whole. */
const ROUNDING = 5

export interface Totals {
  payable: number
  /** Before rounding to 5 sen and prepayment; null where it is not told. */
  inclusive: number | null
  tax: number | null
  /** What the lines come to together; null where it is not told. */
  lines: number | null
}

/** The totals in the document's currency, in sen. Throws UnusableFileError where they are missing or contradict. */
export function readTotals(invoice: Element, currency: string): Totals {
  const [total] = all(invoice, 'LegalMonetaryTotal')
  if (!total) throw incomplete('LegalMonetaryTotal')
  const amount = (name: string) => amountOf(all(total, name)[0], name, currency)
  const payable = amount('PayableAmount')
  if (payable === null || payable < 0) throw incomplete('PayableAmount')
  const exclusive = amount('TaxExclusiveAmount')
  const inclusive = amount('TaxInclusiveAmount')
  const tax = taxOf(invoice, currency)
  const rounding = amount('PayableRoundingAmount') ?? 0
  const prepaid = amount('PrepaidAmount') ?? amountOf(prepayment(invoice), 'PaidAmount', currency) ?? 0

  // Some suppliers give the rounding or a prepayment for information only, or prices that hold their tax.
  const payables = [0, rounding].flatMap((r) => [0, prepaid].map((p) => (inclusive ?? payable) + r - p))
  if (!payables.some((possible) => near(possible, payable))) {
    throw contradicting('PayableAmount is not TaxInclusiveAmount with its rounding, less what was prepaid.')
  }
  const inclusives = [0, tax ?? 0].map((added) => (exclusive ?? inclusive ?? 0) + added)
  if (inclusive !== null && !inclusives.some((possible) => near(possible, inclusive))) {
    throw contradicting('TaxInclusiveAmount is not TaxExclusiveAmount with the tax.')
  }
  return { payable, inclusive, tax, lines: amount('LineExtensionAmount') }
}

export const near = (one: number, other: number) => Math.abs(one - other) <= ROUNDING

const prepayment = (invoice: Element) => all(invoice, 'PrepaidPayment', 'PaidAmount')[0]

/** There may be a second TaxTotal, in the currency of the tax. */
function taxOf(invoice: Element, currency: string): number | null {
  const totals = all(invoice, 'TaxTotal', 'TaxAmount')
  const own = totals.find(({ attributes }) => (attributes.currencyID ?? currency) === currency)
  if (totals.length > 0 && !own) throw contradicting('The tax is not in the currency of the e-invoice.')
  return amountOf(own, 'TaxAmount', currency)
}

function amountOf(element: Element | undefined, name: string, currency: string): number | null {
  const text = element && textOf(element)
  if (!text) return null
  const amount = toSen(text)
  if (!amount?.isExact) throw incomplete(name)
  const { currencyID = currency } = element.attributes
  if (currencyID !== currency) throw contradicting(`${name} is not in the currency of the e-invoice.`)
  return amount.sen
}

/** A sum a line's figure may have finer than a sen, rounded. */
export function lineSen(line: Element, ...path: string[]): number | null {
  const text = textAt(line, ...path)
  const amount = toSen(text)
  if (text && !amount) throw incomplete(path.at(-1) ?? '')
  return amount ? amount.sen : null
}
