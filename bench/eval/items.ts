import { readFileSync } from 'node:fs'
import type { LineItem } from '../../server/reading/reading.ts'
import type { ItemAnswer } from '../receipts/answer.ts'
import { likeness } from './likeness.ts'
import type { Result } from './result.ts'
import { bare, type Key, wilson } from './score.ts'

/** Items as a person read them. @see items.json for the columns and the licence */
const answers: { receipts: Record<string, ItemAnswer[]> } = JSON.parse(
  readFileSync(new URL('../receipts/items.json', import.meta.url), 'utf8'),
)

export const receiptsWithItems = Object.keys(answers.receipts)

/** Letters of a description that must have been read: a few may be misread, a word may not be missing. */
const LIKE_ENOUGH = 0.8

/** What is wrong with an item as it was read; null: nothing. What is not printed must not be made up, but for one of a thing. */
function wrongWith(item: LineItem, answer: ItemAnswer): string | null {
  const [description, quantity, unitPriceSen, discountSen, amountSen] = answer
  if (item.amountSen !== amountSen) return 'amount'
  if (likeness(bare(item.description), bare(description)) < LIKE_ENOUGH) return 'description'
  if (item.quantity !== quantity && !(quantity === null && item.quantity === 1)) return 'quantity'
  if (unitPriceSen !== null && item.unitPriceSen !== unitPriceSen) return 'unit price'
  if ((item.discountSen ?? null) !== discountSen) return 'discount'
  return null
}

/** The key's own items, as drawn receipts have them, or the transcribed ones. */
const answersOf = (id: string, key: Key) => key.items ?? answers.receipts[id]

/** What is wrong with the items of a receipt; null: all are right, and there are no others. */
export function wrongItems({ id, key, reading: { items } }: Result): string | null {
  const wanted = answersOf(id, key) ?? []
  if (items.length !== wanted.length) return `${items.length} items instead of ${wanted.length}`
  for (const [index, answer] of wanted.entries()) {
    const item = items[index]
    const wrong = item ? wrongWith(item, answer) : 'missing'
    if (wrong) return `${wrong} of item ${index + 1}`
  }
  return null
}

/** How many receipts have all their items right: description, quantity, unit price, discount and amount of each. */
export function itemLines(results: Result[], isListed: boolean): string[] {
  const judged = results.filter(({ id, key }) => answersOf(id, key) !== undefined)
  const wrong = judged.flatMap((result) => {
    const why = wrongItems(result)
    return why === null ? [] : [`${result.id}\t${why}`]
  })
  const [n, right] = [judged.length, judged.length - wrong.length]
  const [low, high] = wilson(right, Math.max(1, n))
  const share = ((100 * right) / Math.max(1, n)).toFixed(1)
  return [
    ...(isListed ? wrong : []),
    `all items of a receipt right: ${right}/${n}  ${share} %  [${low.toFixed(1)}, ${high.toFixed(1)}]`,
  ]
}
