export const tiers = ['fast', 'slow', 'long'] as const
export type Tier = (typeof tiers)[number]

/**
 * The tier of a test file, from its name:
 * - `x.test.ts` is fast: it starts no process, so neither OCR nor a browser (`npm run test:fast`, `npm test`).
 * - `x.slow.test.ts` may start processes, or needs more than three seconds of processor time (`npm test`).
 * - `x.long.test.ts` takes minutes (`npm run test:long`).
 */
export function tierOf(file: string): Tier | undefined {
  const [, tier] = /(?:\.(slow|long))?\.test\.ts$/.exec(file) ?? []
  if (tier === 'slow' || tier === 'long') return tier
  return file.endsWith('.test.ts') ? 'fast' : undefined
}
