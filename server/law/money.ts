/**
 * Amounts in the law are whole sen, at every step. They are divided only where the law divides, and each way of
 * rounding has one function here:
 * - A limit computed by division (10% of income, a share of a limit) is rounded down to the sen, so that it is never exceeded.
 * - Tax is rounded once, half up to the sen, after the bands are added. On whole ringgit it has no fraction.
 * No source says how LHDN rounds sen (docs/law.md, "Open").
 */

/** @throws RangeError if the amount is not a whole number of sen */
export function wholeSen(sen: number, what: string): number {
  if (!Number.isSafeInteger(sen) || Math.abs(sen) > 1e13)
    throw new RangeError(`${what}: ${sen} is not an amount in sen`)
  return sen
}

/** `percent` of an amount, rounded down to the sen. */
export const percentDown = (sen: number, percent: number) => Math.floor((sen * percent) / 100)

/** Hundredths of a sen as sen, rounded half up. */
export const roundHundredths = (hundredths: number) => Math.floor((hundredths + 50) / 100)

/** `sen` × `part` / `whole`, rounded down to the sen; 0 if `whole` is 0. No argument may be negative. */
export function proportionDown(sen: number, part: number, whole: number): number {
  if (whole === 0) return 0
  // The product of two amounts does not fit a double.
  return Number((BigInt(sen) * BigInt(part)) / BigInt(whole))
}

export const sum = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

/** The smaller of two limits; null is no limit. */
export const tighter = (a: number | null, b: number | null) =>
  a === null ? b : b === null ? a : Math.min(a, b)

/** The sums of two sets of amounts by code. */
export function addByCode(
  one: Record<string, number>,
  other: Record<string, number>,
): Record<string, number> {
  const result = { ...one }
  for (const [code, amountSen] of Object.entries(other)) result[code] = (result[code] ?? 0) + amountSen
  return result
}
