import type { Clock } from '../clock.ts'
import type { Events } from '../events.ts'
import { clearedSessionCookies } from './cookies.ts'
import { type Ended, type Ending, isKept, type NotDone } from './ending.ts'
import { type Credentials, find } from './gate.ts'
import type { OidcClient } from './oidc-client.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import type { Revocations } from './revocations.ts'
import type { AccessToken } from './token-profiles.ts'

interface LogoutOptions {
  client: OidcClient
  ending: Ending
  provider: IdentityProvider
  revocations: Revocations
  sessions: SessionStore
  clock: Clock
  events: Events
  /** Where the provider sends the browser when it is done. */
  backTo: string
}

export function createLogout(options: LogoutOptions) {
  const { client, ending, provider, revocations, sessions, clock, events, backTo } = options

  async function endEverywhere(token: AccessToken): Promise<NotDone[]> {
    const endedAtProvider = await endedEverywhereAtProvider(token)
    const others = await sessions.list(token.sub, clock.now())
    await Promise.all([
      revocations.endEverywhere(token.sub),
      ...others.map(({ id }) => revocations.endSession(id, endedAtProvider)),
    ])
    await sessions.removeAll(token.sub)
    return endedAtProvider ? [] : ['other_sessions_not_ended_at_provider']
  }

  async function endedEverywhereAtProvider(token: AccessToken) {
    if (!provider.signOutEverywhere) return false
    try {
      await provider.signOutEverywhere(token)
      return true
    } catch (error) {
      events.providerSignOutFailed(error)
      return false
    }
  }

  async function everywhereBesides({ token, notDone }: Ended): Promise<NotDone[]> {
    if (!token) return [...notDone, 'session_not_ended']
    const further: NotDone[] = []
    const isEnded = await isKept(endEverywhere(token).then((left) => further.push(...left)))
    return [...notDone, ...further, ...(isEnded ? [] : ['session_not_ended' as const])]
  }

  /** Without the provider's answer its session goes on; ours does not. */
  const redirectTo = () => provider.logoutUrl(backTo, () => client.endSessionEndpoint()).catch(() => backTo)

  return {
    /**
     * Ends the session of the request: from the moment this resolves neither its access token nor one refreshed
     * meanwhile is let in, unless `notDone` says that the session was not ended. A browser forgets its tokens anyway.
     * @param everywhere all sessions of the person
     * @returns where a browser goes to be signed out at the provider too, the cookies to clear, whether the provider
     * revoked the refresh token (a bearer brings none), and what could not be done
     * @throws Refusal invalid_token for a bearer token that is not valid; storage errors for a bearer
     */
    async logout(credentials: Credentials, everywhere: boolean) {
      const isBearer = find(credentials)?.via === 'bearer'
      const ended = isBearer
        ? await ending.byBearer(credentials)
        : await ending.byCookies(credentials.cookies)
      const notDone = everywhere ? await everywhereBesides(ended) : ended.notDone
      return {
        redirectTo: await redirectTo(),
        revoked: ended.revoked,
        notDone: [...new Set(notDone)],
        cookies: isBearer ? [] : clearedSessionCookies(credentials.cookies),
      }
    },
  }
}
