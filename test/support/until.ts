import { setTimeout } from 'node:timers/promises'

/** The limit for what never happens: longer than anything takes on the slowest machine, shorter than a test may. */
const SECONDS = 120

/**
 * Polls until `look` returns something, by a clock that no test freezes.
 * @param every milliseconds between two calls; the server allows 20 requests a second
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
