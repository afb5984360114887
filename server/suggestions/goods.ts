import type { LineReader } from './lines.ts'
import type { SuggestionItem } from './suggestion.ts'

/** Taxes and charges beside the lines, and discounts on the whole, keep the total within these shares of the lines. */
const LEAST = 0.65
const MOST = 1.2

export interface Good {
  /** In the receipt's items. */
  index: number
  description: string
  classification: string | null
  /** With the sign of the receipt's amount, except for what was taken off. */
  sen: number
}

/**
 * The lines of a receipt that are goods, or null where they cannot be the lines of this amount. Discounts, taxes and
 * roundings are left out: they are shared by all goods.
 */
export function goodsOf(
  items: SuggestionItem[],
  amountSen: number,
  isAdjustment: LineReader['isAdjustment'],
): Good[] | null {
  const all = items.map((item, index) => ({ ...item, index, sen: item.amountSen }))
  const total = all.reduce((sum, { sen }) => sum + sen, 0)
  // A refund note may print its lines without the sign.
  const sign = Math.sign(total) * Math.sign(amountSen) || 1
  const goods = all
    .map((good) => ({ ...good, sen: good.sen * sign }))
    .filter(
      ({ sen, description, classification }) =>
        sen !== 0 && (classification !== null || !isAdjustment(description, sen * amountSen < 0)),
    )
  const sum = goods.reduce((all, { sen }) => all + sen, 0)
  const ratio = sum === 0 ? 0 : amountSen / sum
  return ratio >= LEAST && ratio <= MOST ? goods : null
}
