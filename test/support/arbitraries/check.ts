import { assert as hold, type IAsyncProperty, type IProperty } from 'fast-check'

/** The same values in every run; another seed (FAST_CHECK_SEED) looks further. A failure names its seed and path. */
const SEED = Number(process.env.FAST_CHECK_SEED ?? 20261122)

/** Checks a property with `runs` generated values; a failure is shrunk to the simplest value that still fails. */
export const check = <T>(property: IProperty<T>, runs: number) =>
  hold(property, { seed: SEED, numRuns: runs, verbose: 0 })

/** The same for a property that is checked over HTTP. */
export const checkAsync = <T>(property: IAsyncProperty<T>, runs: number) =>
  hold(property, { seed: SEED, numRuns: runs, verbose: 0 })
