import { Refusal } from '../errors.ts'
import type { Text } from '../language.ts'
import { say } from '../texts/index.ts'

/** Exports sent at the same time: one needs some tens of MB of memory. */
const AT_ONCE = 8

/** Seconds after which a client may try again. */
const RETRY_AFTER = 15

/** Limits the exports of this process: one at a time for each person, and eight in all. */
export function createExportLimiter() {
  const busy = new Set<string>()
  return {
    /**
     * Takes a place for an export of this person.
     * @returns releases the place; may be called more than once
     * @throws Refusal too_many_requests
     */
    acquire(userId: string): () => void {
      if (busy.has(userId)) throw refusal(say(({ refusals }) => refusals.exportRunning))
      if (busy.size >= AT_ONCE) throw refusal(say(({ refusals }) => refusals.tooManyExports))
      busy.add(userId)
      return () => void busy.delete(userId)
    },
  }
}

const refusal = (detail: Text) => new Refusal('too_many_requests', detail, { retryAfter: RETRY_AFTER })
