import { type Claimable, claimable } from '../../law/claimable.ts'
import { allReliefs } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'

/** All that a receipt can count for in this year, by code. */
export function claimableCodes(year: TaxYear): Map<string, Claimable> {
  const heads = [...allReliefs(year), ...year.gifts.heads, ...year.rebates]
  return new Map(
    heads.flatMap(({ code }) => {
      const found = claimable(year, code)
      return found ? [[code, found] as const] : []
    }),
  )
}
