import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { wholeNumber } from '../../http/query-values.ts'
import type { Law } from '../../law/law.ts'
import type { TaxYear } from '../../law/year.ts'
import { say } from '../../texts/index.ts'

export const yearPath = z.object({
  ya: wholeNumber(z.int().min(1900).max(2199)).meta({ description: 'Year of assessment', example: 2026 }),
})

/** The law of a year. @throws Refusal not_found for a year without law data */
export function yearOf(law: Law, ya: number): TaxYear {
  const year = law.year(ya)
  if (!year)
    throw new Refusal(
      'not_found',
      say(({ refusals }) => refusals.yearUnknown(ya)),
    )
  return year
}
