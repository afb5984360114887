import type { Receipt, Suggestion } from '../../../../../server/api-types.ts'
import type { AllocationInput } from '../../../api/receipt-mutations.ts'

export type Person = NonNullable<Receipt['allocations'][number]['person']>
export type Answer = 'yes' | 'no' | 'unsure'

/** A part of a receipt's amount while a person decides on it. */
export interface Part {
  /** Stays the same while the part is changed. */
  key: string
  relief: string | null
  sen: number
  person: Person | null
  /** Indexes of the receipt's items it stands for. */
  items: number[]
  /** Why it is suggested; empty where the person chose it. */
  reason: string
  /** What the law leaves open, and what the person said. */
  question: string | null
  answer: Answer | null
}

type SuggestedPart = Suggestion['parts'][number]

const fromSuggestion = (part: SuggestedPart, index: number): Part => ({
  key: `suggested-${index}`,
  relief: part.relief,
  sen: part.sen,
  person: part.person,
  items: part.items,
  reason: part.reason,
  question: part.question,
  answer: null,
})

/** What is decided so far, else what is suggested. Nothing where the amount or the law is not known. */
export function partsOf({ allocations, suggestion }: Pick<Receipt, 'allocations' | 'suggestion'>): Part[] {
  if (allocations.length === 0) return suggestion?.parts.map(fromSuggestion) ?? []
  return allocations.map(({ relief, sen, person }, index) => ({
    key: `decided-${index}`,
    relief,
    sen,
    person,
    items: [],
    reason: '',
    question: null,
    answer: null,
  }))
}

/** The same for parts that ask and offer the same, in whatever words. */
export const fingerprint = (parts: Part[]) =>
  JSON.stringify(
    parts.map(({ key, relief, sen, person, question }) => [key, relief, sen, person, question !== null]),
  )

/** All of it as one part. */
export const wholeAs = (relief: string | null, sen: number): Part[] => [
  { key: `whole-${relief}`, relief, sen, person: null, items: [], reason: '', question: null, answer: null },
]

/** Whether the part counts nothing for now because the person does not know yet. */
export const isOpen = ({ question, answer, relief }: Part) =>
  relief !== null && question !== null && (answer === null || answer === 'unsure')

/** What the parts come to when they are confirmed: an open part is left out, so it stays in the queue. */
export function toAllocations(parts: Part[]): AllocationInput[] {
  return parts
    .filter((part) => !isOpen(part))
    .map(({ relief, sen, person, question, answer }) => {
      const counts = relief !== null && !(question !== null && answer === 'no')
      return counts ? { relief, sen, ...(person && { person }) } : { relief: null, sen }
    })
}

/** How much of the parts counts for each relief, in sen. */
export function countedByRelief(parts: Part[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { relief, sen } of toAllocations(parts)) {
    if (relief !== null) sums.set(relief, (sums.get(relief) ?? 0) + sen)
  }
  return sums
}

/**
 * Shares an amount out by weight, to the sen: what rounding leaves goes to the largest remainders, so the shares add
 * up exactly.
 */
export function shareOut(totalSen: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0) return weights.map((_, index) => (index === 0 ? totalSen : 0))
  const exact = weights.map((weight) => (totalSen * weight) / sum)
  const shares = exact.map(Math.floor)
  let rest = totalSen - shares.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder)
  for (const { index } of byRemainder) {
    if (rest === 0) break
    shares[index] = (shares[index] ?? 0) + 1
    rest--
  }
  return shares
}
