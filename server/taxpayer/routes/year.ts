import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import type { Law } from '../../law/law.ts'
import type { TaxYear } from '../../law/year.ts'

export const yearPath = z.object({
  ya: z.coerce.number().int().min(1900).max(2199).meta({ description: 'Year of assessment', example: 2026 }),
})

/** The law of a year; refuses a year there is none for. */
export function yearOf(law: Law, ya: number): TaxYear {
  const year = law.year(ya)
  if (!year) throw new Refusal('not_found', `There is no law here for the year of assessment ${ya}.`)
  return year
}
