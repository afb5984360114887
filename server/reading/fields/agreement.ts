import type { PageText } from '../page-text.ts'
import type { FieldReading } from '../reading.ts'

/** The pages as the other network read them; null if nothing was read twice. */
export function otherReading(pages: PageText[]): PageText[] | null {
  if (!pages.some(({ lines }) => lines.some(({ alternatives }) => alternatives))) return null
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, ...line.alternatives?.[0] })),
  }))
}

/**
 * The pages with the lines that were looked at a second time, because two networks disagreed, as they were read then; null
 * if there are none.
 */
export function thirdReading(pages: PageText[]): PageText[] | null {
  if (!pages.some(({ lines }) => lines.some(({ alternatives }) => alternatives?.[1]))) return null
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, ...line.alternatives?.[1] })),
  }))
}

/** What speaks for a value. Confidences are those of the rules, 0..1, before calibration. */
export interface Evidence {
  confidence: number
  /** Of the reading that gives the same value with less confidence. */
  agreeing: number | null
  /** The other reading gives another value. */
  isContradicted: boolean
  /** The page was read only once. */
  isReadOnce: boolean
}

/**
 * The value of the readings of a receipt that has more confidence, and what the other of the first two says of it.
 * @param second undefined: there is no second reading; null: it has no value
 * @param third only adds its confidence to a value, or is one that the first two do not give
 */
export function weigh<T>(
  first: FieldReading<T> | null,
  second: FieldReading<T> | null | undefined,
  third: FieldReading<T> | null = null,
  isSame: (a: T, b: T) => boolean = Object.is,
): { reading: FieldReading<T>; evidence: Evidence } | null {
  const two = [first, second].filter((one) => one != null).sort((a, b) => b.confidence - a.confidence)
  const votes = third ? [...two, third] : two
  const support = ({ value, confidence }: FieldReading<T>) =>
    third === null
      ? confidence
      : votes.reduce((sum, vote) => sum + (isSame(vote.value, value) ? vote.confidence : 0), 0)
  const [reading] = votes.toSorted((a, b) => support(b) - support(a))
  if (!reading) return null
  const others = two.filter((one) => one !== reading)
  const agreeing = others.find(({ value }) => isSame(value, reading.value))
  return {
    reading,
    evidence: {
      confidence: reading.confidence,
      agreeing: agreeing?.confidence ?? null,
      isContradicted: others.length > 0 && !agreeing,
      isReadOnce: second === undefined,
    },
  }
}
