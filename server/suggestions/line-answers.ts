import { type Receipt, ringgitOf } from '../receipts/model.ts'
import type { LineAnswer } from './suggestion.ts'

type Decided = Omit<LineAnswer, 'day'>

/**
 * How the owner's allocations of a receipt answer the questions that its lines ask, by the rule that asks.
 * @param asks for each line the rule that asks, or null
 */
export function answersIn(receipt: Receipt, asks: (string | null)[]): Map<string, Decided> {
  const answers = new Map<string, Decided>()
  for (const [index, rule] of asks.entries()) {
    const decided = rule === null ? undefined : decidedFor(receipt, index)
    if (rule !== null && decided) answers.set(rule, decided)
  }
  return answers
}

/** What a line was allocated to; undefined where the amounts do not tell. */
function decidedFor(receipt: Receipt, index: number): Decided | undefined {
  const suggested = receipt.suggestion?.parts ?? []
  const part = suggested.find(({ items }) => items.includes(index))
  const parts = allocatedParts(receipt)
  const [first] = parts
  if (!part || !first) return undefined
  if (parts.every(({ relief }) => relief === first.relief)) return first
  for (const amount of [part.sen, receipt.items[index]?.amountSen]) {
    const [same, ...others] = parts.filter(({ sen }) => sen === amount)
    if (same && others.length === 0) return same
  }
  // As suggested, with other parts of the same relief.
  const sumOf = (all: { relief: string | null; sen: number }[]) =>
    all.reduce((sum, { relief, sen }) => sum + (relief === part.relief ? sen : 0), 0)
  return sumOf(parts) === sumOf(suggested) ? part : undefined
}

/** The allocations, and what they leave of the amount as a part that does not count. */
function allocatedParts(receipt: Receipt) {
  const { allocations } = receipt
  const rest = (ringgitOf(receipt) ?? 0) - allocations.reduce((sum, { sen }) => sum + sen, 0)
  return allocations.length > 0 && rest > 0
    ? [...allocations, { relief: null, sen: rest, person: null }]
    : allocations
}
