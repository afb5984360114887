export const tiers = ['fast', 'heavy', 'slow', 'long'] as const
export type Tier = (typeof tiers)[number]

/**
 * The tier of a test file, from its name:
 * - `x.test.ts` is fast: it starts no process, so neither OCR nor a browser (`npm run test:fast`, `npm test`).
 * - `x.heavy.test.ts` starts no process either, but needs more than three seconds of processor time (`npm test`).
 * - `x.slow.test.ts` may start processes (`npm test`).
 * - `x.long.test.ts` takes minutes (`npm run test:long`).
 */
export function tierOf(file: string): Tier | undefined {
  const [, tier] = /(?:\.(heavy|slow|long))?\.test\.ts$/.exec(file) ?? []
  if (tier === 'heavy' || tier === 'slow' || tier === 'long') return tier
  return file.endsWith('.test.ts') ? 'fast' : undefined
}

/** Whether the tests of a file have to do without child processes. */
export function isOneProcess(file: string) {
  const tier = tierOf(file)
  return tier === 'fast' || tier === 'heavy'
}

/** The only storage with which a file tries what it expects of both (aws-app.ts); undefined: both. */
export const storageOf = (file: string) =>
  tierOf(file) === 'long' ? undefined : process.env.TEST_STORAGE || undefined
