import type { Beneficiary, Relief } from './relief.ts'
import { allReliefs, withAncestors } from './tree.ts'
import type { TaxYear } from './year.ts'

/** What a receipt can be claimed for: a relief on spending, an approved gift, or a rebate on payments. */
export interface Claimable {
  kind: 'relief' | 'gift' | 'rebate' | 'trip'
  for: Beneficiary[]
  /** Whether the claims of earlier years decide if it may be claimed. */
  dependsOnEarlierYears: boolean
  apportioned: boolean
  needs: Relief['needs']
}

const forSelf = {
  for: ['self'] satisfies Beneficiary[],
  dependsOnEarlierYears: false,
  apportioned: false,
  needs: [],
}

/** What this code can be claimed as in the year; undefined if no receipt can be claimed for it. */
export function claimable(year: TaxYear, code: string): Claimable | undefined {
  const found = withAncestors(year.reliefs).find(({ relief }) => relief.code === code)
  if (found) {
    const { relief, ancestors } = found
    if (relief.kind !== 'capped') return undefined
    const { beneficiaries, apportioned, needs } = relief
    return {
      kind: 'relief',
      for: beneficiaries,
      apportioned,
      needs,
      // A rule of its group applies to it too.
      dependsOnEarlierYears: [...ancestors, relief].some(({ frequency }) => frequency.kind !== 'every-year'),
    }
  }
  if (year.gifts.heads.some((head) => head.code === code)) return { ...forSelf, kind: 'gift', for: ['self'] }
  const rebate = year.rebates.find((one) => one.code === code)
  if (rebate?.kind === 'paid') return { ...forSelf, kind: 'rebate' }
  if (rebate?.kind === 'trips') return { ...forSelf, kind: 'trip', dependsOnEarlierYears: true }
  return undefined
}

/** Everything a receipt can be claimed for in this year, by code. */
export function claimableCodes(year: TaxYear): Map<string, Claimable> {
  const heads = [...allReliefs(year), ...year.gifts.heads, ...year.rebates]
  return new Map(
    heads.flatMap(({ code }) => {
      const found = claimable(year, code)
      return found ? [[code, found] as const] : []
    }),
  )
}
