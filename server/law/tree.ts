import type { Relief } from './relief.ts'
import type { TaxYear } from './year.ts'

/** A relief with the reliefs above it, the outermost first. */
export interface Placed {
  relief: Relief
  above: Relief[]
}

/** Every relief of a tree, each before those below it. */
export function placed(reliefs: Relief[], above: Relief[] = []): Placed[] {
  return reliefs.flatMap((relief) => [{ relief, above }, ...placed(relief.children, [...above, relief])])
}

export const allReliefs = (year: Pick<TaxYear, 'reliefs'>): Relief[] =>
  placed(year.reliefs).map(({ relief }) => relief)

/** The relief of this code, or undefined where the year has none. */
export const findRelief = (year: Pick<TaxYear, 'reliefs'>, code: string): Relief | undefined =>
  allReliefs(year).find((relief) => relief.code === code)

/** The codes of a relief and of all below it. */
export const codesOf = (relief: Relief): string[] => [relief.code, ...relief.children.flatMap(codesOf)]
