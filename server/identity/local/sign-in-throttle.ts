import { createHash } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import { networkOf } from '../../http/network.ts'
import { say } from '../../texts/index.ts'
import type { FailureCounter } from './ports.ts'

export const WINDOW_MINUTES = 15
export const PER_ACCOUNT = 10
const PER_ADDRESS = 50
export const CODES_PER_ADDRESS = 10
const CODES = 100
const WINDOW_SECONDS = WINDOW_MINUTES * 60

export type SignInThrottle = ReturnType<typeof createSignInThrottle>

/**
 * Limits wrong passwords by account and by address, whether the account exists or not. An attempt counts as a failure
 * until it succeeds, so parallel attempts get no further than sequential ones.
 */
export function createSignInThrottle(counter: FailureCounter, clock: Clock) {
  const keys = (email: string, address: string) => ({
    // Hashed, because people type passwords into the wrong field.
    account: `account:${createHash('sha256').update(email).digest('base64url')}`,
    address: `address:${networkOf(address)}`,
  })

  /** Counts an attempt by its address and by what it was for, or by neither where one has reached its limit. */
  function takeBoth([address, perAddress]: [string, number], [subject, perSubject]: [string, number]) {
    const now = clock.now()
    const byAddress = counter.take(address, perAddress, now, WINDOW_SECONDS)
    if (byAddress) throw tooMany(byAddress.until, now)
    const bySubject = counter.take(subject, perSubject, now, WINDOW_SECONDS)
    if (bySubject) {
      counter.release(address)
      throw tooMany(bySubject.until, now)
    }
  }

  return {
    /** @throws Refusal too_many_requests */
    begin(email: string, address: string) {
      const key = keys(email, address)
      takeBoth([key.address, PER_ADDRESS], [key.account, PER_ACCOUNT])
    },
    /** Forgets this attempt, and no other: it succeeded, but more is asked for. */
    undo(email: string, address: string) {
      const key = keys(email, address)
      counter.release(key.account)
      counter.release(key.address)
    },
    succeed(email: string, address: string) {
      const key = keys(email, address)
      counter.clear(key.account)
      counter.release(key.address)
    },
    /**
     * The same for the one-time code of the first account. The limit for all addresses is far above the one for each,
     * so that nobody can keep the owner out.
     * @throws Refusal too_many_requests
     */
    beginCode(address: string) {
      const key = codeKeys(address)
      takeBoth([key.address, CODES_PER_ADDRESS], [key.all, CODES])
    },
    succeedWithCode(address: string) {
      const key = codeKeys(address)
      counter.clear(key.address)
      counter.release(key.all)
    },
    reset(email: string) {
      counter.clear(keys(email, '').account)
    },
  }
}

const codeKeys = (address: string) => ({ address: `code:${networkOf(address)}`, all: 'code' })

function tooMany(until: Date, now: Date) {
  const retryAfter = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const minutes = Math.ceil(retryAfter / 60)
  return new Refusal(
    'too_many_requests',
    say(({ refusals }) => refusals.tooManyAttempts(minutes)),
    { retryAfter },
  )
}
