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
 * The value of two readings of a receipt that has more confidence, and what the other one says of it.
 * @param second undefined: there is no second reading; null: it has no value
 */
export function weigh<T>(
  first: FieldReading<T> | null,
  second: FieldReading<T> | null | undefined,
): { reading: FieldReading<T>; evidence: Evidence } | null {
  const isSecond = (second?.confidence ?? 0) > (first?.confidence ?? 0)
  const [reading, other] = second && isSecond ? [second, first] : [first, second]
  if (!reading) return null
  const isSame = other?.value === reading.value
  return {
    reading,
    evidence: {
      confidence: reading.confidence,
      agreeing: other && isSame ? other.confidence : null,
      isContradicted: Boolean(other) && !isSame,
      isReadOnce: second === undefined,
    },
  }
}
