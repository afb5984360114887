import type { Relief } from './relief.ts'
import type { TaxYear } from './year.ts'

export interface ReliefWithAncestors {
  relief: Relief
  /** From the top of the tree down to the parent. */
  ancestors: Relief[]
}

/** The trees walked before: the law of a year does not change, and a claim looks up hundreds of codes in it. */
const walked = new WeakMap<readonly Relief[], readonly ReliefWithAncestors[]>()

/** Every relief of a tree, parents before their children. */
export function withAncestors(reliefs: readonly Relief[]): readonly ReliefWithAncestors[] {
  const found = walked.get(reliefs) ?? walk(reliefs, [])
  walked.set(reliefs, found)
  return found
}

const walk = (reliefs: readonly Relief[], ancestors: Relief[]): ReliefWithAncestors[] =>
  reliefs.flatMap((relief) => [{ relief, ancestors }, ...walk(relief.children, [...ancestors, relief])])

export const allReliefs = (year: Pick<TaxYear, 'reliefs'>): Relief[] =>
  withAncestors(year.reliefs).map(({ relief }) => relief)

/** The relief with this code; undefined if the year has none. */
export const findRelief = (year: Pick<TaxYear, 'reliefs'>, code: string): Relief | undefined =>
  allReliefs(year).find((relief) => relief.code === code)

/** The codes of a relief and of all its descendants. */
export const codesOf = (relief: Relief): string[] => [relief.code, ...relief.children.flatMap(codesOf)]

/** The code itself and, where it is a relief of one of the years, those of its descendants. */
export const codesWithin = (years: readonly Pick<TaxYear, 'reliefs'>[], code: string): ReadonlySet<string> =>
  new Set([code, ...years.flatMap((year) => findRelief(year, code) ?? []).flatMap(codesOf)])

/** The reliefs that only the wife of a couple may claim. */
export const wifeOnlyCodes = (year: Pick<TaxYear, 'reliefs'>): string[] =>
  allReliefs(year)
    .filter(({ couple }) => couple === 'wife-only')
    .map(({ code }) => code)
