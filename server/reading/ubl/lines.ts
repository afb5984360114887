import { all, type Element, textAt, textOf } from './element.ts'
import { lineSen, near, type Totals } from './figures.ts'
import type { InvoiceLine } from './invoice.ts'
import { LIMITS } from './limits.ts'
import { contradicting, damaged, incomplete } from './refusals.ts'

const LONGEST_DESCRIPTION = 300
const QUANTITY = /^\d{1,9}(\.\d{1,20})?$/
/** Decimals of a quantity; what follows is the noise of a float. */
const QUANTITY_DECIMALS = 10

/**
 * Reads the invoice lines. Amounts include each line's tax if only then they add up to the total.
 * @throws UnusableFileError if they contradict the totals
 */
export function readLines(invoice: Element, currency: string, totals: Totals): InvoiceLine[] {
  const elements = all(invoice, 'InvoiceLine')
  if (elements.length === 0) throw incomplete('InvoiceLine')
  if (elements.length > LIMITS.lines) throw damaged(`The e-invoice has more than ${LIMITS.lines} lines.`)
  const lines = elements.map((line) => readLine(line, currency))
  const net = sum(lines.map(({ amountSen }) => amountSen))
  if (totals.lines !== null && !near(net, totals.lines)) {
    throw contradicting('LineExtensionAmount is not the sum of the lines.')
  }
  const taxed = net + sum(lines.map(({ taxSen }) => taxSen))
  const inclusive = totals.inclusive ?? totals.payable
  const isTaxed = near(taxed, inclusive) && !near(net, inclusive)
  return lines.map(({ taxSen, ...line }) => ({
    ...line,
    amountSen: line.amountSen + (isTaxed ? taxSen : 0),
  }))
}

/** Whether a line has a class, whatever else it states and however the list is called. */
export const hasClass = (line: Element, code: string) =>
  all(line, 'Item', 'CommodityClassification', 'ItemClassificationCode').some(
    (element) => textOf(element) === code && (element.attributes.listID ?? 'CLASS').toUpperCase() !== 'PTC',
  )

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

function readLine(line: Element, currency: string): InvoiceLine & { taxSen: number } {
  const amountSen = lineSen(line, currency, 'LineExtensionAmount')
  if (amountSen === null) throw incomplete('LineExtensionAmount of a line')
  const descriptions = all(line, 'Item', 'Description').flatMap((element) => textOf(element) ?? [])
  const quantity = textAt(line, 'InvoicedQuantity')
  return {
    description: descriptions.join(' ').slice(0, LONGEST_DESCRIPTION) || 'Without a description',
    quantity:
      quantity && QUANTITY.test(quantity) ? Number(Number(quantity).toFixed(QUANTITY_DECIMALS)) : null,
    unitPriceSen: lineSen(line, currency, 'Price', 'PriceAmount'),
    amountSen,
    taxSen: lineSen(line, currency, 'TaxTotal', 'TaxAmount') ?? 0,
    classification: classificationOf(line),
  }
}

/** The first MyInvois class. A line may state several, and tariff codes (PTC) beside them. */
function classificationOf(line: Element): string | null {
  const codes = all(line, 'Item', 'CommodityClassification', 'ItemClassificationCode')
  const code = textOf(codes.find(({ attributes }) => attributes.listID === 'CLASS'))
  return code && /^\d{3}$/.test(code) ? code : null
}
