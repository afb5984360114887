/** A text in both languages, and the years of assessment it holds for. */
export interface Line {
  en: string
  ms: string
  /** First year it holds; left out: as far back as the law is known. */
  from?: number
  /** Last year it holds; left out: until the law changes. */
  until?: number
}

/**
 * A relief, gift or rebate in plain words. `{limit sports}` in a text stands for the limit of that relief in the year, so
 * that a limit is written in one place only.
 */
export interface Guide {
  /** What counts, a few short lines. */
  counts: readonly Line[]
  doesNotCount: readonly Line[]
  /** Completes "For ...": whose expense it may be. One holds in each year. */
  for: readonly Line[]
  /** Completes "Keep ... until ...": the papers that prove it. One holds in each year. */
  keep: readonly Line[]
  /** What the law and LHDN leave open, as questions; the claimant decides. */
  questions?: readonly Line[]
  /** What is new, each in its year alone. */
  changes?: readonly (Omit<Line, 'from' | 'until'> & { year: number })[]
}

/** By the code of the relief, gift or rebate. */
export type Guides = Readonly<Record<string, Guide>>
