import { type Arbitrary, array, constantFrom, integer, oneof, tuple } from 'fast-check'
import { allReliefs } from '../../../server/law/tree.ts'
import type { TaxYear } from '../../../server/law/year.ts'

export const reliefCodes = (year: TaxYear): string[] => allReliefs(year).map(({ code }) => code)

/** A relief of the year by its code, whether or not it takes spending. */
export const anyRelief = (year: TaxYear): Arbitrary<string> => constantFrom(...reliefCodes(year))

/** Up to so many ringgit, to the sen. */
export const upTo = (ringgit: number): Arbitrary<number> => integer({ min: 0, max: ringgit * 100 })

/** What one relief may have of receipts: mostly within its limit, some far above any, some refunded. In sen. */
const spent = oneof(
  { weight: 2, arbitrary: integer({ min: -5_000, max: 145_000 }) },
  { weight: 1, arbitrary: integer({ min: -5_000, max: 1_995_000 }) },
)

/** Spending on up to all reliefs of a year, in sen by code. */
export function anySpend(year: TaxYear): Arbitrary<Record<string, number>> {
  const codes = reliefCodes(year)
  return array(tuple(constantFrom(...codes), spent), { maxLength: codes.length, size: 'max' }).map(
    Object.fromEntries,
  )
}
