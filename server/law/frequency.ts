import type { Relief } from './relief.ts'
import { codesOf } from './tree.ts'

/** What was spent in an earlier year of assessment, or allowed in it. Codes mean the same in every year. */
export interface EarlierClaim {
  year: number
  code: string
  allowedSen: number
  /** How many payments that were, where it is known. */
  times?: number
}

/** The earlier claim that leaves no claim of this relief in `year`, or undefined. */
export function blockedBy(relief: Relief, year: number, earlier: EarlierClaim[]): EarlierClaim | undefined {
  const { frequency } = relief
  if (frequency.kind === 'every-year') return undefined
  const codes = new Set(codesOf(relief))
  const claims = earlier
    .filter((claim) => codes.has(claim.code) && claim.allowedSen > 0 && claim.year < year)
    .sort((a, b) => a.year - b.year)
  switch (frequency.kind) {
    case 'once-every-years': {
      // What was itself spent too early was no claim, and blocks nothing.
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
