import type { Relief } from './relief.ts'
import { codesOf } from './tree.ts'

/** A claim of an earlier year of assessment. Codes mean the same in every year. */
export interface EarlierClaim {
  year: number
  code: string
  allowedSen: number
  /** The number of payments, if known. */
  times?: number
}

/** The earlier claim because of which this relief cannot be claimed in `year`; undefined if there is none. */
export function blockedBy(relief: Relief, year: number, earlier: EarlierClaim[]): EarlierClaim | undefined {
  const { frequency } = relief
  if (frequency.kind === 'every-year') return undefined
  const codes = new Set(codesOf(relief))
  const claims = earlier
    .filter((claim) => codes.has(claim.code) && claim.allowedSen > 0 && claim.year < year)
    .sort((a, b) => a.year - b.year)
  switch (frequency.kind) {
    case 'once-every-years': {
      // Spending that was itself too early was not allowed, so it blocks nothing.
      const last = claims.reduce<EarlierClaim | undefined>(
        (allowed, claim) => (allowed && claim.year < allowed.year + frequency.years ? allowed : claim),
        undefined,
      )
      return last && last.year > year - frequency.years ? last : undefined
    }
    case 'once-in-window':
      return claims.find((claim) => claim.year >= frequency.first)
    case 'consecutive-years': {
      const [first] = claims
      return first && year >= first.year + frequency.years ? first : undefined
    }
  }
}
