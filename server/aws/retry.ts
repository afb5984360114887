import { setTimeout as wait } from 'node:timers/promises'
import { isTransient } from './failures.ts'

export interface RetryPolicy {
  /** Milliseconds for all attempts together. */
  budget: number
  /** Milliseconds for one of them. */
  attempt: number
}

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 1_000

/**
 * Retries transient failures after random pauses that double, until the budget is used up; then rejects with the last
 * failure. Random, so that many processes do not retry at the same moment.
 * @param given aborts immediately
 */
export async function withRetries<T>(
  { budget, attempt }: RetryPolicy,
  call: (signal: AbortSignal) => Promise<T>,
  given?: AbortSignal,
): Promise<T> {
  const end = performance.now() + budget
  for (let tried = 0; ; tried++) {
    try {
      return await inTime(Math.min(attempt, end - performance.now()), call, given)
    } catch (error) {
      if (given?.aborted || !isTransient(error)) throw error
      const pause = Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tried)
      if (performance.now() + pause >= end) throw error
      await wait(pause)
    }
  }
}

/** The signal does not fire after the call has resolved: reading a body may take longer. */
async function inTime<T>(
  milliseconds: number,
  call: (signal: AbortSignal) => Promise<T>,
  given: AbortSignal | undefined,
): Promise<T> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), Math.max(1, milliseconds))
  try {
    return await call(given ? AbortSignal.any([given, late.signal]) : late.signal)
  } finally {
    clearTimeout(timer)
  }
}
