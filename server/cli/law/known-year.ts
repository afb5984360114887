import type { Law } from '../../law/law.ts'
import type { TaxYear } from '../../law/year.ts'
import { UsageError } from '../usage-error.ts'

/** @throws UsageError naming the years that have law */
export function knownYear(law: Law, ya: number): TaxYear {
  const year = law.year(ya)
  if (year) return year
  const available = law.years.map((one) => one.year).join(', ')
  throw new UsageError(`no law data for ${ya}; available years: ${available}`)
}
