import { toSen } from './decimal.ts'
import { all, type Element, textAt, textOf } from './element.ts'
import { contradicting, incomplete } from './refusals.ts'

/** Sen by which sums may differ: some suppliers round each line, others only the total. */
const ROUNDING = 5

export interface Totals {
  payable: number
  /** Before 5-sen rounding and prepayment; null if not given. */
  inclusive: number | null
  /** In the currency of the document; null if not given. */
  tax: number | null
  /** The sum of the lines; null if not given. */
  lines: number | null
}

/**
 * Reads the totals in the document's currency, in sen.
 * @throws UnusableFileError if the payable amount is missing or the totals contradict each other
 */
export function readTotals(invoice: Element, currency: string): Totals {
  const [total] = all(invoice, 'LegalMonetaryTotal')
  if (!total) throw incomplete('LegalMonetaryTotal')
  const amount = (name: string) => amountOf(all(total, name)[0], name, currency)
  const payable = amount('PayableAmount')
  if (payable === null || payable < 0) throw incomplete('PayableAmount')
  const exclusive = amount('TaxExclusiveAmount')
  const inclusive = amount('TaxInclusiveAmount')
  const ownTax = taxOf(invoice, currency)
  const rounding = amount('PayableRoundingAmount') ?? 0
  const prepaid = amount('PrepaidAmount') ?? amountOf(prepayment(invoice), 'PaidAmount', currency) ?? 0

  // Some suppliers state the rounding or a prepayment for information only, or use prices that include tax.
  const payables = [0, rounding].flatMap((r) => [0, prepaid].map((p) => (inclusive ?? payable) + r - p))
  if (!payables.some((possible) => near(possible, payable))) {
    throw contradicting('PayableAmount is not TaxInclusiveAmount plus rounding, less prepayments.')
  }
  const added = inclusive === null || exclusive === null ? null : inclusive - exclusive
  if (added !== null && !isTaxOf(added, ownTax)) {
    throw contradicting('TaxInclusiveAmount is not TaxExclusiveAmount plus the tax.')
  }
  const tax = ownTax === 'elsewhere' ? (added ?? 0) || null : ownTax
  return { payable, inclusive, tax, lines: amount('LineExtensionAmount') }
}

/** Whether the tax explains by how much a total with it exceeds the one without; prices may include it. */
const isTaxOf = (added: number, tax: OwnTax) =>
  tax === 'elsewhere' ? added >= -ROUNDING : [0, tax ?? 0].some((possible) => near(possible, added))

export const near = (one: number, other: number) => Math.abs(one - other) <= ROUNDING

const prepayment = (invoice: Element) => all(invoice, 'PrepaidPayment', 'PaidAmount')[0]

/** The tax in the document's currency; `elsewhere`: it is stated in the tax currency only. */
type OwnTax = number | null | 'elsewhere'

/** MyInvois has the tax of a foreign invoice in ringgit (TaxCurrencyCode), beside that in its currency or alone. */
function taxOf(invoice: Element, currency: string): OwnTax {
  const totals = all(invoice, 'TaxTotal', 'TaxAmount')
  const own = totals.find(({ attributes }) => (attributes.currencyID ?? currency) === currency)
  if (own || totals.length === 0) return amountOf(own, 'TaxAmount', currency)
  const taxCurrency = textAt(invoice, 'TaxCurrencyCode') ?? 'MYR'
  if (totals.some(({ attributes }) => attributes.currencyID === taxCurrency)) return 'elsewhere'
  throw contradicting('The tax is not in the currency of the e-invoice.')
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

/**
 * An amount on a line, in sen. Lines may state fractions of a sen, which are rounded.
 * @returns null where there is none, or only one in another currency
 */
export function lineSen(line: Element, currency: string, ...path: string[]): number | null {
  const element = all(line, ...path).find(
    ({ attributes }) => (attributes.currencyID ?? currency) === currency,
  )
  const text = textOf(element)
  const amount = toSen(text)
  if (text && !amount) throw incomplete(path.at(-1) ?? '')
  return amount ? amount.sen : null
}
