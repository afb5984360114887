import { Refusal } from '../errors.ts'

/** A pack holds some tens of MB while it is sent. */
const AT_ONCE = 8

/** Seconds after which asking again makes sense. */
const RETRY_AFTER = 15

/** One export at a time for each person, and so many at all, in this process. */
export function createExportLimiter() {
  const busy = new Set<string>()
  return {
    /**
     * @returns ends the turn; once is enough
     * @throws Refusal too_many_requests
     */
    take(userId: string): () => void {
      if (busy.has(userId))
        throw refusal('Your last export is still being sent. Wait for its end, or give it up.')
      if (busy.size >= AT_ONCE) throw refusal('Too many exports are being sent just now.')
      busy.add(userId)
      return () => void busy.delete(userId)
    },
  }
}

const refusal = (detail: string) => new Refusal('too_many_requests', detail, { retryAfter: RETRY_AFTER })
