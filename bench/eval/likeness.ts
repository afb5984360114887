/** Letters of the longest common subsequence as a share of both texts, 0..1. */
export function likeness(a: string, b: string): number {
  const row = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    let diagonal = 0
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0
      row[j] = letter === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0)
      diagonal = above
    }
  }
  return (2 * (row[b.length] ?? 0)) / Math.max(1, a.length + b.length)
}
