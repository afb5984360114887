import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { Principal } from '../http/principal.ts'
import { say } from '../texts/index.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import type { Revocations } from './revocations.ts'

interface SessionsOptions {
  store: SessionStore
  provider: IdentityProvider
  revocations: Revocations
  clock: Clock
}

/** A person's sessions that have not ended, from the row each sign-in writes. */
export function createSessions({ store, provider, revocations, clock }: SessionsOptions) {
  async function endSession(sub: string, id: string) {
    await revocations.endSession(id, await endedAtProvider(id))
    await store.remove(sub, id)
  }
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
     * Ends one session: its access tokens are refused at once, and so is every later refresh.
     * @throws Refusal not_found for a session that is not this person's
     */
    async end({ sub }: Principal, id: string) {
      const own = await store.list(sub, clock.now())
      if (!own.some((session) => session.id === id)) {
        throw new Refusal(
          'not_found',
          say(({ identity }) => identity.noSuchSession),
        )
      }
      await endSession(sub, id)
    },

    /** Ends every session of the person but the one of this request. */
    async endOthers({ sub, sessionId }: Principal) {
      const own = await store.list(sub, clock.now())
      const others = own.filter(({ id }) => id !== sessionId)
      await Promise.all(others.map(({ id }) => endSession(sub, id)))
    },
  }
}
