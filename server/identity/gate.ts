import { Refusal } from '../errors.ts'
import { type CookieJar, tokenFrom } from './cookies.ts'
import type { Principal } from './principal.ts'
import type { Revocations } from './revocations.ts'
import type { AccessToken } from './token-profiles.ts'
import type { Tokens } from './tokens.ts'

/** What a request brings to show who is asking. */
export interface Credentials {
  authorization: string | undefined
  cookies: CookieJar
}

export type Gate = ReturnType<typeof createGate>

/** The one gate before every protected route. */
export function createGate(tokens: Tokens, revocations: Revocations) {
  /**
   * The token of a request: a bearer header, else the cookie.
   * @throws Refusal unauthenticated, invalid_token, identity_unavailable; StorageUnavailableError when nobody can
   * say whether it was revoked
   */
  async function check(credentials: Credentials): Promise<{ token: AccessToken; via: Principal['via'] }> {
    const found = find(credentials)
    if (!found) throw new Refusal('unauthenticated', 'Send an access token, or sign in at /auth/login.')
    const token = await tokens.accessToken(found.token)
    if (await revocations.isRevoked(token)) {
      throw new Refusal('invalid_token', 'This session was signed out. Sign in again.')
    }
    return { token, via: found.via }
  }

  return {
    check,
    async principal(credentials: Credentials): Promise<Principal> {
      const { token, via } = await check(credentials)
      return { sub: token.sub, via, username: token.username, sessionId: token.sessionId }
    },
  }
}

/** How the request would authenticate, whether its token is any good or not. */
export function find({ authorization, cookies }: Credentials) {
  // Another scheme is for somebody else, e.g. a proxy in front that asks for a password.
  const bearer = /^Bearer(?: +(.*))?$/i.exec(authorization?.trim() ?? '')
  if (bearer) return { token: bearer[1] ?? '', via: 'bearer' as const }
  const token = tokenFrom(cookies, 'access_token')
  return token === undefined ? undefined : { token, via: 'cookie' as const }
}
