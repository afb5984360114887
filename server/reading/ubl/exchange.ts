import { all, type Element, textAt } from './element.ts'

const RATE = /^\d{1,9}(?:\.\d{1,20})?$/

/** How many ringgit the document counts for one unit of its currency; null if it does not say, or is in ringgit. */
export function readExchange(invoice: Element, currency: string): number | null {
  if (currency === 'MYR') return null
  for (const name of ['TaxExchangeRate', 'PaymentExchangeRate', 'PricingExchangeRate']) {
    for (const stated of all(invoice, name)) {
      const text = textAt(stated, 'CalculationRate') ?? ''
      const rate = RATE.test(text) ? Number(text) : 0
      if (rate === 0) continue
      const source = textAt(stated, 'SourceCurrencyCode') ?? currency
      const target = textAt(stated, 'TargetCurrencyCode') ?? 'MYR'
      if (source === currency && target === 'MYR') return rate
      if (source === 'MYR' && target === currency) return 1 / rate
    }
  }
  return null
}
