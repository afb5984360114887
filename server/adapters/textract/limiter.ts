import { setTimeout as wait } from 'node:timers/promises'
import { isThrottled, isTransient } from '../../aws/failures.ts'
import { ReaderBusyError, ReaderFailedError } from '../../reading/ports.ts'
import { createTurns } from '../../turns.ts'

export interface CallLimits {
  /** Calls that may begin in a second. The quota is the account's: of all processes together. */
  perSecond: number
  /** Calls under way at once. */
  atOnce: number
  /** Milliseconds of the first pause while Textract throttles. */
  pause?: number
}

/** Milliseconds; tests pass it by without waiting. */
export interface Timing {
  now(): number
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>
}

export interface CallOptions {
  /** Whose page it is: people's pages take turns. */
  person: string
  /** Milliseconds for all attempts, once it is its turn. */
  budget: number
  signal?: AbortSignal | undefined
}

const FIRST_PAUSE_MS = 1_000
/** The longest pause is so many times the first. */
const LONGEST = 60
/** Of a failure that says nothing about other calls, such as a broken connection. */
const AFTER_FAILURE_MS = 100

const realTiming: Timing = {
  now: () => performance.now(),
  async wait(milliseconds, signal) {
    await wait(milliseconds, undefined, { signal })
  },
}

/**
 * One limiter for all pages of this process. Calls begin evenly spread. Once Textract throttles, everybody waits: a
 * single call tries again after a pause that doubles each time in a row, and the first that succeeds ends that. Each
 * receipt by itself would ask again and again, and all of them together keep the account over its quota.
 */
export function createCallLimiter(
  { perSecond, atOnce, pause = FIRST_PAUSE_MS }: CallLimits,
  timing: Timing = realTiming,
) {
  type Place = (done: () => void) => void
  const limits = { atOnce, perPerson: Math.max(1, atOnce - 1), alone: atOnce }
  const turns = createTurns<Place>(limits, timing.now)
  /** When the next call may begin. */
  let nextAt = 0
  let pausedUntil = 0
  /** How often in a row Textract throttled. */
  let throttled = 0

  const startNext = () => {
    for (let next = turns.next(); next; next = turns.next()) next.item(next.done)
  }

  function place(person: string, signal: AbortSignal | undefined): Promise<() => void> {
    const { promise, resolve, reject } = Promise.withResolvers<() => void>()
    const onAbort = () => {
      if (turns.remove(person, resolve)) reject(new ReaderFailedError('reading was cancelled'))
    }
    signal?.addEventListener('abort', onAbort)
    turns.add(person, resolve)
    startNext()
    return promise.finally(() => signal?.removeEventListener('abort', onAbort))
  }

  /** Random, so that the processes of an installation do not come back in step. */
  const pauseNow = () => Math.min(LONGEST, 2 ** (throttled - 1)) * pause * (0.75 + Math.random() / 4)

  /** Waits until a call may begin. Rejects where that would be too late. */
  async function mayBegin(end: number, signal: AbortSignal | undefined) {
    for (;;) {
      const at = Math.max(timing.now(), nextAt, pausedUntil)
      if (at >= end) throw new ReaderBusyError('Textract throttles: no call may begin in time')
      nextAt = at + (throttled > 0 ? pauseNow() : 1000 / perSecond)
      if (at > timing.now()) await timing.wait(at - timing.now(), signal)
      if (timing.now() >= pausedUntil) return
    }
  }

  function hasThrottled() {
    throttled++
    pausedUntil = timing.now() + pauseNow()
    nextAt = pausedUntil
  }

  function hasSucceeded() {
    if (throttled > 0) nextAt = timing.now()
    throttled = 0
  }

  return {
    /**
     * @param call makes one attempt, in so many milliseconds at most
     * @throws ReaderBusyError where no attempt could be made in time; else the failure of the last one
     */
    async run<T>(
      call: (milliseconds: number) => Promise<T>,
      { person, budget, signal }: CallOptions,
    ): Promise<T> {
      const done = await place(person, signal)
      const end = timing.now() + budget
      let failed = 0
      let last: unknown
      try {
        for (;;) {
          // What Textract has said itself tells more.
          await mayBegin(end, signal).catch((error) => Promise.reject(last ?? error))
          try {
            const answer = await call(Math.max(1, end - timing.now()))
            hasSucceeded()
            return answer
          } catch (error) {
            if (signal?.aborted || !isTransient(error)) throw error
            last = error
            if (isThrottled(error)) hasThrottled()
            else {
              const after = AFTER_FAILURE_MS * 2 ** failed++ * (0.5 + Math.random() / 2)
              if (timing.now() + after >= end) throw error
              await timing.wait(after, signal)
            }
          }
        }
      } finally {
        done()
        startNext()
      }
    },
  }
}

export type CallLimiter = ReturnType<typeof createCallLimiter>
