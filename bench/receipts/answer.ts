import type { Drawn } from './draw.ts'
import { printedName } from './purchase.ts'

/** An item as it is printed: description, quantity, price of one, discount, amount after it; null: not printed. */
export type ItemAnswer = [
  description: string,
  quantity: number | null,
  unitPriceSen: number | null,
  discountSen: number | null,
  amountSen: number,
]

const inUnits = (sen: number) => (sen / 100).toFixed(2)

/** What should be read from a drawn receipt, in the form of a receipt set's key. */
export function answerOf({ purchase, shown }: Drawn) {
  const { shop, day, sums, currency, kind, number, items } = purchase
  return {
    company: printedName(shop),
    date: day.split('-').toReversed().join('/'),
    total: inUnits(sums.totalSen),
    brand: shop.brand,
    legalName: shop.legalName,
    tax: sums.taxSen === null ? null : inUnits(sums.taxSen),
    currency,
    number,
    kind,
    items: items.map(
      (item): ItemAnswer => [
        item.description,
        shown.quantity === 'if many' && item.quantity === 1 ? null : item.quantity,
        shown.unitPrice ? item.unitPriceSen : null,
        item.discountSen || null,
        item.amountSen,
      ],
    ),
  }
}
