import type { Block, Context } from '../kind.ts'
import type { PurchasedItem } from '../purchase.ts'

const count = (quantity: number) => (Number.isInteger(quantity) ? String(quantity) : quantity.toFixed(3))

/** What the item's line shows; its discount stands in a line of its own below. */
const grossSen = ({ amountSen, discountSen }: PurchasedItem) => amountSen + discountSen

interface List {
  /** Draws an item without its discount. */
  item(item: PurchasedItem, context: Context, index: number): void
  heading?(context: Context): void
  shows: Context['shown']
}

const listOf =
  ({ item: draw, heading, shows }: List): Block =>
  (context) => {
    const { purchase, style, sheet, shown } = context
    Object.assign(shown, shows)
    sheet.rule()
    if (heading) {
      heading(context)
      sheet.rule()
    }
    purchase.items.forEach((item, index) => {
      draw(item, context, index)
      if (item.discountSen > 0) sheet.pair(`  ${style.label('discount')}`, style.amount(-item.discountSen))
    })
    sheet.rule()
  }

/** Description and amount; the quantity in front of the description where it is not one. */
export const itemsInLines = () =>
  listOf({
    shows: { quantity: 'if many', unitPrice: false },
    item(item, { style, sheet }) {
      const many = item.quantity === 1 ? '' : `${count(item.quantity)} x `
      sheet.pair(`${many}${item.description}`, style.amount(grossSen(item)))
    },
  })

/** A number as a bar code has it, the same for the same item. */
const barCode = ({ unitPriceSen }: PurchasedItem, index: number) =>
  `955${String(1_000_000_000 + unitPriceSen * 7919 + index).slice(0, 10)}`

/** The description, and below it quantity, price and amount. */
export const itemsOverTwoLines = ({ withCodes = false } = {}) =>
  listOf({
    shows: { quantity: 'always', unitPrice: true },
    item(item, { style, sheet }, index) {
      const figures = `${count(item.quantity)} x ${style.amount(item.unitPriceSen)}`
      sheet.left(item.description)
      sheet.pair(
        withCodes ? `${barCode(item, index)}  ${figures}` : `   ${figures}`,
        style.amount(grossSen(item)),
      )
    },
  })

/** Columns on a till's roll: quantity, description, amount. */
export const itemsQuantityFirst = () =>
  listOf({
    shows: { quantity: 'always', unitPrice: false },
    item(item, { style, sheet }) {
      sheet.row([
        { text: count(item.quantity), to: 0.12 },
        { text: item.description, from: 0.16, to: 0.74 },
        { text: style.amount(grossSen(item)), from: 0.75, align: 'right' },
      ])
    },
    heading({ style, sheet }) {
      sheet.row([
        { text: style.label('quantity'), to: 0.15 },
        { text: style.label('description'), from: 0.16, to: 0.65 },
        { text: style.label('amount'), from: 0.66, align: 'right' },
      ])
    },
  })

/** Columns in which the figures stand below the description. */
export const itemsFiguresBelow = () =>
  listOf({
    shows: { quantity: 'always', unitPrice: true },
    item(item, { style, sheet }) {
      sheet.left(item.description)
      sheet.row([
        { text: count(item.quantity), from: 0.1, to: 0.3, align: 'right' },
        { text: style.amount(item.unitPriceSen), from: 0.35, to: 0.66, align: 'right' },
        { text: style.amount(grossSen(item)), from: 0.7, align: 'right' },
      ])
    },
    heading({ style, sheet }) {
      sheet.row([
        { text: style.label('quantity'), from: 0.1, to: 0.32, align: 'right' },
        { text: style.label('price'), from: 0.33, to: 0.66, align: 'right' },
        { text: style.label('amount'), from: 0.67, align: 'right' },
      ])
    },
  })

/** A numbered table over the width of a page. */
export const itemsInTable = () =>
  listOf({
    shows: { quantity: 'always', unitPrice: true },
    item(item, { style, sheet }, index) {
      sheet.row([
        { text: `${index + 1}`, to: 0.05 },
        { text: item.description, from: 0.07, to: 0.5 },
        { text: count(item.quantity), from: 0.51, to: 0.6, align: 'right' },
        { text: style.amount(item.unitPriceSen), from: 0.61, to: 0.79, align: 'right' },
        { text: style.amount(grossSen(item)), from: 0.8, align: 'right' },
      ])
    },
    heading({ style, sheet }) {
      sheet.row(
        [
          { text: 'No', to: 0.06 },
          { text: style.label('description'), from: 0.07, to: 0.45 },
          { text: style.label('quantity'), from: 0.45, to: 0.6, align: 'right' },
          { text: style.label('price'), from: 0.61, to: 0.79, align: 'right' },
          { text: style.label('amount'), from: 0.8, align: 'right' },
        ],
        { isBold: true },
      )
    },
  })
