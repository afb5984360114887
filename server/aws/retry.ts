import { setTimeout as wait } from 'node:timers/promises'
import { isTransient } from './failures.ts'

export interface RetryPolicy {
  /** Milliseconds for all attempts together. */
  budget: number
  /** Milliseconds for one of them. */
  attempt: number
  /** Milliseconds of the first pause after being throttled, where a service has pauses of its own. */
  pause?: number
}

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 1_000

/** Reports that something moves, such as a large upload: the time of the attempt begins anew. */
export type Progress = () => void

/** @param signal aborts when the attempt has taken too long */
export type Attempt<T> = (signal: AbortSignal, progress: Progress) => Promise<T>

/**
 * Retries transient failures after random pauses that double, until the budget is used up; then rejects with the last
 * failure. Random, so that many processes do not retry at the same moment.
 */
export async function withRetries<T>({ budget, attempt }: RetryPolicy, call: Attempt<T>): Promise<T> {
  const end = performance.now() + budget
  for (let tried = 0; ; tried++) {
    try {
      const left = Math.min(attempt, end - performance.now())
      return await inTime({ left, afterProgress: attempt }, call)
    } catch (error) {
      if (!isTransient(error)) throw error
      const pause = Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tried)
      if (performance.now() + pause >= end) throw error
      await wait(pause)
    }
  }
}

/**
 * One attempt. The signal does not fire after the call has resolved: reading a body may take longer.
 * @param left milliseconds until it is aborted; with each progress `afterProgress` begin anew
 */
export async function inTime<T>(
  { left, afterProgress }: { left: number; afterProgress: number },
  call: Attempt<T>,
  given?: AbortSignal,
): Promise<T> {
  const late = new AbortController()
  const abort = () => late.abort()
  let timer = setTimeout(abort, Math.max(1, left))
  const progress = () => {
    clearTimeout(timer)
    if (!late.signal.aborted) timer = setTimeout(abort, afterProgress)
  }
  try {
    return await call(given ? AbortSignal.any([given, late.signal]) : late.signal, progress)
  } finally {
    clearTimeout(timer)
  }
}
