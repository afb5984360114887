import { createHash } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import { networkOf } from '../../http/network.ts'
import { say } from '../../texts/index.ts'
import type { FailureCounter } from './ports.ts'

export const WINDOW_MINUTES = 15
export const PER_ACCOUNT = 10
const PER_ADDRESS = 50
const TRUSTED_PER_ACCOUNT = 100
export const CODES_PER_ADDRESS = 10
const CODES = 100
const WINDOW_SECONDS = WINDOW_MINUTES * 60

export type SignInThrottle = ReturnType<typeof createSignInThrottle>

/**
 * Limits wrong passwords by account and by network, whether the account exists or not. An attempt counts as a failure
 * until it succeeds, so parallel attempts get no further than sequential ones.
 *
 * Who has been let in before, as a known device or by a session, is counted apart from strangers: otherwise ten wrong
 * passwords from anywhere would keep the owner out. What all of them may try together is bounded too, because a
 * former intruder may have many.
 */
export function createSignInThrottle(counter: FailureCounter, clock: Clock) {
  const keysOf = (email: string, address: string, trusted: string | undefined): [Limit, Limit] =>
    trusted === undefined
      ? [
          [`address:${networkOf(address)}`, PER_ADDRESS],
          [`account:${hashOf(email)}`, PER_ACCOUNT],
        ]
      : [
          [`known:${hashOf(email)}`, TRUSTED_PER_ACCOUNT],
          [`known:${hashOf(`${email} ${trusted}`)}`, PER_ACCOUNT],
        ]

  /** Counts an attempt by a wide limit and by a narrow one, or by neither where one is reached. */
  function takeBoth([wide, perWide]: Limit, [narrow, perNarrow]: Limit) {
    const now = clock.now()
    const byWide = counter.take(wide, perWide, now, WINDOW_SECONDS)
    if (byWide) throw tooMany(byWide.until, now)
    const byNarrow = counter.take(narrow, perNarrow, now, WINDOW_SECONDS)
    if (byNarrow) {
      counter.release(wide)
      throw tooMany(byNarrow.until, now)
    }
  }

  return {
    /**
     * @param trusted what the attempt has been let in with before: the id of a known device or of a session
     * @throws Refusal too_many_requests
     */
    begin(email: string, address: string, trusted?: string) {
      takeBoth(...keysOf(email, address, trusted))
    },
    /** Forgets this attempt, and no other: it succeeded, but more is asked for. */
    undo(email: string, address: string, trusted?: string) {
      for (const [key] of keysOf(email, address, trusted)) counter.release(key)
    },
    succeed(email: string, address: string, trusted?: string) {
      const [[wide], [narrow]] = keysOf(email, address, trusted)
      counter.clear(narrow)
      counter.release(wide)
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
      counter.clear(`account:${hashOf(email)}`)
      counter.clear(`known:${hashOf(email)}`)
    },
  }
}

/** A key, and how many failures it may have. */
type Limit = [key: string, failures: number]

/** Hashed, because people type passwords into the wrong field. */
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

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
