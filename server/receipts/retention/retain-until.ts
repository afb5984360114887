import { type Receipt, yearOfAssessment } from '../model.ts'
import type { RetentionDeps } from './deps.ts'

/**
 * The last day (YYYY-MM-DD) a receipt must be kept: the latest of the years it counts in. Null: it was never
 * confirmed, or is an example.
 */
export async function retainUntilOf(
  { retainUntil }: Pick<RetentionDeps, 'retainUntil'>,
  receipt: Receipt,
): Promise<string | null> {
  if (receipt.confirmedAt === null || receipt.example) return null
  const years = [yearOfAssessment(receipt), ...receipt.allocations.map(({ year }) => year)]
  const known = new Set(years.filter((year) => year !== null))
  const days = await Promise.all([...known].map((year) => retainUntil(receipt.userId, year)))
  return days.sort().at(-1) ?? null
}
