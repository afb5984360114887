import type { Beneficiary, Relief } from './relief.ts'
import { allReliefs, placed } from './tree.ts'
import type { TaxYear } from './year.ts'

/** Something a receipt can count for in a year: a relief that takes spending, an approved gift, a rebate for payments. */
export interface Claimable {
  kind: 'relief' | 'gift' | 'rebate' | 'trip'
  for: Beneficiary[]
  /** Whether earlier years decide if it may be claimed. */
  limitedOften: boolean
  apportioned: boolean
  needs: Relief['needs']
}

const forSelf = { for: ['self'] satisfies Beneficiary[], limitedOften: false, apportioned: false, needs: [] }

/** What this code stands for in the year; undefined where no receipt can count for it. */
export function claimable(year: TaxYear, code: string): Claimable | undefined {
  const found = placed(year.reliefs).find(({ relief }) => relief.code === code)
  if (found) {
    const { relief, above } = found
    if (relief.kind !== 'capped') return undefined
    const { beneficiaries, apportioned, needs } = relief
    return {
      kind: 'relief',
      for: beneficiaries,
      apportioned,
      needs,
      // A rule of the group it stands in holds for it too.
      limitedOften: [...above, relief].some(({ frequency }) => frequency.kind !== 'every-year'),
    }
  }
  if (year.gifts.heads.some((head) => head.code === code)) return { ...forSelf, kind: 'gift', for: ['self'] }
  const rebate = year.rebates.find((known) => known.code === code)
  if (rebate?.kind === 'paid') return { ...forSelf, kind: 'rebate' }
  if (rebate?.kind === 'trips') return { ...forSelf, kind: 'trip', limitedOften: true }
  return undefined
}

/** Everything a receipt can count for in this year, by code. */
export function claimableCodes(year: TaxYear): Map<string, Claimable> {
  const heads = [...allReliefs(year), ...year.gifts.heads, ...year.rebates]
  return new Map(
    heads.flatMap(({ code }) => {
      const found = claimable(year, code)
      return found ? [[code, found] as const] : []
    }),
  )
}
