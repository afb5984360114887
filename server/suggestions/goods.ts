import type { LineReader } from './line-reader.ts'
import type { SuggestionItem } from './suggestion.ts'

/** The amount divided by the sum of the lines lies between these, given taxes, charges and discounts. */
const MIN_RATIO = 0.65
const MAX_RATIO = 1.2

export interface Good {
  /** Index in the receipt's items. */
  index: number
  description: string
  classification: string | null
  /** With the sign of the receipt's amount, except for deductions. */
  sen: number
}

/**
 * The lines of a receipt that are goods; null if they cannot add up to this amount. Discounts, taxes and rounding are left
 * out, because all goods share them.
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
  return ratio >= MIN_RATIO && ratio <= MAX_RATIO ? goods : null
}
