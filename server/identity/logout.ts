import { Refusal } from '../errors.ts'
import { clearedSessionCookies, tokenFrom } from './cookies.ts'
import { type Credentials, find, type Gate } from './gate.ts'
import type { OidcClient } from './oidc-client.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import type { Revocations } from './revocations.ts'
import type { AccessToken } from './token-profiles.ts'

interface LogoutOptions {
  client: OidcClient
  gate: Gate
  provider: IdentityProvider
  revocations: Revocations
  sessions: SessionStore
  /** Where the provider sends the browser when it is done. */
  backTo: string
}

export function createLogout({ client, gate, provider, revocations, sessions, backTo }: LogoutOptions) {
  /** The token of the request, when it is one that still opens the gate: only its holder may end a session. */
  async function validToken(credentials: Credentials): Promise<AccessToken | undefined> {
    try {
      return (await gate.check(credentials)).token
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }

  async function revokeAtProvider(refreshToken: string | undefined) {
    if (!refreshToken) return false
    return client.revoke(refreshToken).then(
      () => true,
      () => false,
    )
  }

  async function endEverywhere(token: AccessToken) {
    await Promise.all([revocations.endEverywhere(token.sub), sessions.removeAll(token.sub)])
    await provider.signOutEverywhere?.(token.sub)
  }

  return {
    /**
     * Ends the session of the request: from the moment this resolves neither its access token nor one refreshed
     * meanwhile is let in.
     * @param everywhere all sessions of the person
     * @returns where a browser goes to be signed out at the provider too, the cookies to clear, and whether the
     * provider revoked the refresh token (a bearer brings none)
     * @throws Refusal invalid_token for a bearer token that is not valid; StorageUnavailableError
     */
    async logout(credentials: Credentials, everywhere: boolean) {
      const isBearer = find(credentials)?.via === 'bearer'
      const token = isBearer ? (await gate.check(credentials)).token : await validToken(credentials)
      const refreshToken = isBearer ? undefined : tokenFrom(credentials.cookies, 'refresh_token')
      const revoked = await revokeAtProvider(refreshToken)
      if (token) {
        await revocations.endToken(token, revoked)
        if (token.sessionId) await sessions.remove(token.sub, token.sessionId)
        if (everywhere) await endEverywhere(token)
      }
      return {
        redirectTo: provider.logoutUrl(backTo),
        revoked,
        cookies: isBearer ? [] : clearedSessionCookies(credentials.cookies),
      }
    },
  }
}
