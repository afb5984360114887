import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Events } from '../events.ts'
import type { Credentials } from '../http/principal.ts'
import type { SessionCookies } from './cookies.ts'
import { bearerToken } from './gate.ts'
import type { OidcClient } from './oidc-client.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import type { Revocations } from './revocations.ts'
import { isStored, type NotDone, type SessionEnd, type SessionTermination } from './session-end.ts'
import type { AccessToken } from './token-profiles.ts'

interface LogoutOptions {
  client: OidcClient
  termination: SessionTermination
  provider: IdentityProvider
  revocations: Revocations
  sessions: SessionStore
  sessionCookies: SessionCookies
  clock: Clock
  events: Events
  /** Where the provider sends the browser afterwards. */
  backTo: string
}

export function createLogout(options: LogoutOptions) {
  const { client, termination, provider, revocations, sessions, sessionCookies, clock, events, backTo } =
    options

  async function endAllSessions(token: AccessToken): Promise<NotDone[]> {
    const endedAtProvider = await endAllAtProvider(token)
    const others = await sessions.list(token.sub, clock.now())
    await Promise.all([
      revocations.endEverywhere(token.sub),
      ...others.map(({ id }) => revocations.endSession(id, endedAtProvider)),
    ])
    await sessions.removeAll(token.sub)
    await theNextSecond()
    return endedAtProvider ? [] : ['other_sessions_not_ended_at_provider']
  }

  /**
   * Tokens carry the second they were issued in, and everything of this one is refused. A sign-in that follows the answer
   * must not be.
   */
  const theNextSecond = () => wait(1000 - (clock.now().getTime() % 1000))

  async function endAllAtProvider(token: AccessToken) {
    if (!provider.signOutEverywhere) return false
    try {
      await provider.signOutEverywhere(token)
      return true
    } catch (error) {
      events.providerSignOutFailed(error)
      return false
    }
  }

  /** Ends the other sessions as well, and returns what was not done of all of it. */
  async function alsoEverywhere({ token, notDone }: SessionEnd): Promise<NotDone[]> {
    if (!token) return [...notDone, 'session_not_ended']
    const further: NotDone[] = []
    const isEnded = await isStored(endAllSessions(token).then((left) => further.push(...left)))
    return [...notDone, ...further, ...(isEnded ? [] : ['session_not_ended' as const])]
  }

  /** Without an answer from the provider its own session continues; ours does not. */
  const redirectTo = () => provider.logoutUrl(backTo, () => client.endSessionEndpoint()).catch(() => backTo)

  return {
    /**
     * Ends the session of the request: once this resolves, neither its access token nor one refreshed meanwhile is
     * accepted, unless `notDone` says that the session was not ended. A browser drops its tokens in any case.
     * @param everywhere all sessions of the person
     * @returns where a browser goes to sign out at the provider too (undefined for a bearer token of another client,
     * which has addresses of its own), the cookies to clear, whether the provider revoked the refresh token (a bearer
     * sends none), and what could not be done
     * @throws Refusal invalid_token for a bearer token that is not valid, duplicate_cookie; storage errors for a bearer
     */
    async logout(credentials: Credentials, everywhere: boolean) {
      const isBearer = bearerToken(credentials) !== undefined
      const end = isBearer
        ? await termination.byBearer(credentials)
        : await termination.byCookies(credentials.cookies)
      const notDone = everywhere ? await alsoEverywhere(end) : end.notDone
      const isOurs = !isBearer || end.token?.clientId === provider.clientId
      return {
        redirectTo: isOurs ? await redirectTo() : undefined,
        revoked: end.revoked,
        notDone: [...new Set(notDone)],
        /** Undefined when it could not be determined whose session it was. */
        account: end.token?.sub,
        cookies: isBearer ? [] : sessionCookies.clear(credentials.cookies),
      }
    },
  }
}
