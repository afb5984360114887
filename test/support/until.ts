import { setTimeout } from 'node:timers/promises'

/** Only for what never comes about: longer than anything takes on the slowest machine, shorter than a test may. */
const SECONDS = 120

/**
 * Looks again and again until `look` finds something. Measured by a clock that no test freezes.
 * @param every milliseconds between two looks; the server answers 20 requests a second, no more
 */
export async function until<T>(
  look: () => T | false | undefined | Promise<T | false | undefined>,
  every = 100,
): Promise<T> {
  for (const end = performance.now() + SECONDS * 1000; performance.now() < end; await setTimeout(every)) {
    const found = await look()
    if (found) return found
  }
  throw new Error(`waited ${SECONDS} s in vain`)
}
