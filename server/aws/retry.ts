import { setTimeout as wait } from 'node:timers/promises'
import { isTransient } from './failures.ts'

export interface Patience {
  /** Milliseconds for all attempts together. */
  budget: number
  /** Milliseconds for one of them. */
  attempt: number
}

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 1_000

/**
 * Tries again what failed for a moment, after random pauses that double, until the time is used up; then rejects
 * with the last failure. Random, so that many processes do not come back at once.
 */
export async function withRetries<T>(
  { budget, attempt }: Patience,
  call: (signal: AbortSignal) => Promise<T>,
  given?: AbortSignal,
): Promise<T> {
  const end = performance.now() + budget
  for (let tried = 0; ; tried++) {
    const timeout = AbortSignal.timeout(Math.max(1, Math.min(attempt, end - performance.now())))
    try {
      return await call(given ? AbortSignal.any([given, timeout]) : timeout)
    } catch (error) {
      if (given?.aborted || !isTransient(error)) throw error
      const pause = Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tried)
      if (performance.now() + pause >= end) throw error
      await wait(pause)
    }
  }
}
