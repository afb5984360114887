import type { ListRow } from './list-rows.ts'

/** An item being put together: the row of its figures, its names, and all rows that belong to it. */
export interface Draft {
  row: ListRow
  names: ListRow[]
  rows: ListRow[]
  amountSen: number
  /** Printed on rows of its own. */
  discountSen: number
}

export interface ItemFigures {
  quantity: number | null
  unitPriceSen: number | null
  discountSen: number | null
}

/** Prices before tax may be set against amounts with it: up to a tenth. */
const TAX = 0.1
const near = (a: number, b: number, quantity: number) => Math.abs(a - b) <= 1 + Math.abs(quantity) / 2

/** Which of the figures of an item are its quantity, its price and its discount: those that come to its amount. */
export function figure(draft: Draft): ItemFigures {
  const { row, rows, names } = draft
  const found = { ...spoken(rows), discountSen: draft.discountSen || null }
  const printed = row.amountSen ?? draft.amountSen
  const prices = row.amounts.slice(0, -1)
  const counts = countsOf(draft)
  if (found.quantity !== null && found.unitPriceSen !== null) return found
  const quantities = found.quantity !== null ? [found.quantity] : counts
  const units = found.unitPriceSen !== null ? [found.unitPriceSen] : prices
  for (const quantity of quantities) {
    const unit = units.find((price) => near(price * quantity, printed, quantity))
    if (unit !== undefined) return { ...found, quantity, unitPriceSen: Math.round(unit) }
  }
  for (const quantity of quantities) {
    for (const unit of units) {
      const off = offOf(row, unit * quantity, printed)
      if (off !== null)
        return { quantity, unitPriceSen: Math.round(unit), discountSen: (found.discountSen ?? 0) + off }
    }
  }
  // Litres and kilograms: a quantity with decimals and a price that come to the amount.
  for (const a of prices) {
    const b = prices.find((other) => other !== a && near((a * other) / 100, printed, 2))
    if (b === undefined) continue
    const [unit, quantity] = a % 1 !== 0 || b % 1 === 0 ? [a, b] : [b, a]
    return { ...found, quantity: quantity / 100, unitPriceSen: Math.round(unit) }
  }
  const [sure] = found.quantity === null ? [...row.columns, row.leading, names[0]?.leading] : quantities
  const quantity = sure ?? null
  const taxed = units.find((unit) => {
    const whole = unit * (quantity ?? 1)
    return whole !== 0 && printed / whole > 0.995 && printed / whole < 1 + TAX
  })
  const unit = taxed ?? found.unitPriceSen
  // The detector misses a lone digit, and the price tells it.
  const [price] = quantity === null ? prices : []
  if (price && printed % price === 0 && printed / price > 0 && printed / price < 100)
    return { ...found, quantity: printed / price, unitPriceSen: Math.round(price) }
  return { ...found, quantity, unitPriceSen: unit === null ? null : Math.round(unit) }
}

/** Quantity and price that say so, on any row of the item. */
function spoken(rows: ListRow[]) {
  const quantity = rows.find((one) => one.quantity !== null)?.quantity ?? null
  const unit = rows.find((one) => one.unitSen !== null)?.unitSen ?? null
  return { quantity, unitPriceSen: unit === null ? null : Math.round(unit) }
}

/** Whole numbers that may be the quantity, the likeliest first. */
function countsOf({ row, names }: Draft): number[] {
  const opening = names[0]?.leading ?? row.leading
  const all = [...row.columns, opening, row.leading, row.trailing]
  return all.filter((count) => count !== null && count !== undefined)
}

/** What was taken off a price: a figure of the row, or a percentage of it. Null where it does not come to the amount. */
function offOf({ amounts, percents }: ListRow, whole: number, amount: number): number | null {
  const off = Math.round(whole - amount)
  if (off <= 0) return null
  const figures = amounts.slice(0, -1)
  const isPrinted = figures.some((one) => Math.abs(Math.abs(one) - off) <= 1)
  const isShare = [...percents, ...figures.map((one) => one / 100)].some(
    (percent) => percent > 0 && percent < 100 && Math.abs((whole * percent) / 100 - off) <= 1,
  )
  return isPrinted || isShare ? off : null
}
