/**
 * Money in law is whole sen, also between the steps. It is divided only where the law divides, and each way of
 * rounding has one function here:
 * - a limit made by dividing (10% of income, a share of a limit) is cut down to the sen, so that it is never exceeded;
 * - tax is rounded once, half up to the sen, after the bands are added. On whole ringgit it has no fraction at all.
 * No source says how LHDN rounds sen (docs/law.md, "Open").
 */

/** @throws RangeError for what is not a whole number of sen */
export function wholeSen(sen: number, what: string): number {
  if (!Number.isSafeInteger(sen) || Math.abs(sen) > 1e13)
    throw new RangeError(`${what}: ${sen} is not an amount in sen`)
  return sen
}

/** `percent` of an amount, cut down to the sen. */
export const percentDown = (sen: number, percent: number) => Math.floor((sen * percent) / 100)

/** Hundredths of a sen as sen, half up. */
export const roundHundredths = (hundredths: number) => Math.floor((hundredths + 50) / 100)

/** `sen` times `part` / `whole`, cut down to the sen; 0 of nothing. None is negative. */
export function proportionDown(sen: number, part: number, whole: number): number {
  if (whole === 0) return 0
  // Two amounts of money multiplied do not fit a double.
  return Number((BigInt(sen) * BigInt(part)) / BigInt(whole))
}

export const sum = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

/** The smaller of two limits, where null is no limit. */
export const tighter = (a: number | null, b: number | null) =>
  a === null ? b : b === null ? a : Math.min(a, b)
