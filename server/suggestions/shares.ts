/**
 * Divides an amount (in sen, of either sign) in proportion to weights of one sign. The shares add up exactly: each is rounded down,
 * and the remaining sen go to the largest remainders, the first among equals. Without any weight the first share takes all.
 */
export function shareOut(amount: number, weights: number[]): number[] {
  const sizes = weights.map((weight) => BigInt(Math.abs(weight)))
  const whole = sizes.reduce((sum, size) => sum + size, 0n)
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? amount : 0))
  const size = BigInt(Math.abs(amount))
  const shares = sizes.map((part) => (size * part) / whole)
  const remainders = sizes.map((part, index) => ({ index, left: (size * part) % whole }))
  let left = Number(size - shares.reduce((sum, share) => sum + share, 0n))
  for (const { index } of remainders.sort((a, b) => Number(b.left - a.left) || a.index - b.index)) {
    if (left-- <= 0) break
    shares[index] = (shares[index] ?? 0n) + 1n
  }
  return shares.map((share) => Number(share) * (amount < 0 ? -1 : 1) || 0)
}
