import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'

const MOST_WRONG = 10
const WINDOW_MS = 15 * 60_000
/** Receipts remembered; beyond that the oldest is forgotten. */
const MOST_RECEIPTS = 1000

/** Counts the wrong passwords given for a receipt by this process, and refuses more than ten in a quarter of an hour. */
export function createPasswordTries(clock: Clock) {
  const wrong = new Map<string, number[]>()
  const recent = (id: string) => (wrong.get(id) ?? []).filter((at) => at > clock.now().getTime() - WINDOW_MS)

  return {
    /** @throws Refusal too_many_requests */
    check(id: string) {
      const [first, ...others] = recent(id)
      if (first === undefined || others.length + 1 < MOST_WRONG) return
      const retryAfter = Math.ceil((first + WINDOW_MS - clock.now().getTime()) / 1000)
      throw new Refusal(
        'too_many_requests',
        say(({ refusals }) => refusals.tooManyPasswords),
        { retryAfter },
      )
    },

    /** Counts a password that did not fit. */
    count(id: string) {
      const times = [...recent(id), clock.now().getTime()]
      wrong.delete(id)
      wrong.set(id, times)
      const [oldest] = wrong.keys()
      if (wrong.size > MOST_RECEIPTS && oldest !== undefined) wrong.delete(oldest)
    },
  }
}

export type PasswordTries = ReturnType<typeof createPasswordTries>
