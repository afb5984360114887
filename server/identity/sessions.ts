import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import type { Principal } from './principal.ts'
import type { Revocations } from './revocations.ts'

interface SessionsOptions {
  store: SessionStore
  provider: IdentityProvider
  revocations: Revocations
  clock: Clock
}

/** The sign-ins of a person that still go on, from the rows each of them writes. */
export function createSessions({ store, provider, revocations, clock }: SessionsOptions) {
  const endedAtProvider = async (id: string) => {
    if (!provider.endSession) return false
    return provider.endSession(id).then(
      () => true,
      () => false,
    )
  }

  return {
    async list({ sub, sessionId }: Principal) {
      const sessions = await store.list(sub, clock.now())
      return sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId }))
    },

    /**
     * Ends one: its access tokens at once, and each refresh from now on.
     * @throws Refusal not_found for a session that is not this person's own
     */
    async end({ sub }: Principal, id: string) {
      const own = await store.list(sub, clock.now())
      if (!own.some((session) => session.id === id)) {
        throw new Refusal('not_found', 'There is no such session, or it is over.')
      }
      await revocations.endSession(id, await endedAtProvider(id))
      await store.remove(sub, id)
    },
  }
}
