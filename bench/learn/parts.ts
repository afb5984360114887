const PARTS = 5

/** Parts of a set, each shop with all its receipts in one: what is learnt on the others is tried on it. */
export function partsByShop(shops: string[]): { isIn(shop: string): boolean }[] {
  const names = [...new Set(shops)].sort()
  const partOf = new Map(names.map((shop, i) => [shop, i % PARTS]))
  return Array.from({ length: PARTS }, (_, part) => ({ isIn: (shop) => partOf.get(shop) === part }))
}
