import type { PageText } from '../page-text.ts'
import type { FieldReading } from '../reading.ts'

/** How much of its confidence a value loses to another one that was read in its place with as much confidence. */
const CONTRADICTION = 0.5

/** The pages as the other network read them; null if nothing was read twice. */
export function otherReading(pages: PageText[]): PageText[] | null {
  if (!pages.some(({ lines }) => lines.some(({ alternatives }) => alternatives))) return null
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, ...line.alternatives?.[0] })),
  }))
}

/**
 * The value of two readings of a receipt that has more confidence. One in which both agree keeps the higher
 * confidence; one that the other reading contradicts loses some.
 */
export function agreed<T>(
  first: FieldReading<T> | null,
  second: FieldReading<T> | null,
): FieldReading<T> | null {
  if (!first || !second) return first ?? second
  const [better, other] = first.confidence >= second.confidence ? [first, second] : [second, first]
  if (better.value === other.value) return better
  return { ...better, confidence: better.confidence * (1 - CONTRADICTION * other.confidence) }
}
