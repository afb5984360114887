import { Refusal } from '../errors.ts'
import type { Credentials, Principal } from '../http/principal.ts'
import { say } from '../texts/index.ts'
import { refuseDuplicates, type SessionCookies } from './cookies.ts'
import type { Revocations } from './revocations.ts'
import type { AccessToken } from './token-profiles.ts'
import type { Tokens } from './tokens.ts'

export type Gate = ReturnType<typeof createGate>

interface GateOptions {
  tokens: Tokens
  revocations: Revocations
  sessionCookies: SessionCookies
}

/** The one gate in front of every protected route. */
export function createGate({ tokens, revocations, sessionCookies }: GateOptions) {
  /** @throws Refusal invalid_token; StorageUnavailableError when its revocation cannot be looked up */
  async function verify(text: string): Promise<AccessToken> {
    const token = await tokens.accessToken(text)
    if (await revocations.isRevoked(token)) {
      throw new Refusal(
        'invalid_token',
        say(({ identity }) => identity.signedOut),
      )
    }
    return token
  }

  /**
   * The token of a request: a bearer header, else the cookie.
   * @throws Refusal unauthenticated, invalid_token, duplicate_cookie, identity_unavailable; StorageUnavailableError
   * when its revocation cannot be looked up
   */
  async function check(credentials: Credentials): Promise<{ token: AccessToken; via: Principal['via'] }> {
    const bearer = bearerToken(credentials)
    if (bearer !== undefined) return { token: await verify(bearer), via: 'bearer' }
    refuseDuplicates(credentials.cookieHeader)
    const cookie = sessionCookies.read('access_token', credentials.cookies)
    if (cookie === undefined) {
      throw new Refusal(
        'unauthenticated',
        say(({ refusals }) => refusals.sendToken),
      )
    }
    return { token: await verify(cookie), via: 'cookie' }
  }

  return {
    check,
    verify,
    async principal(credentials: Credentials): Promise<Principal> {
      const { token, via } = await check(credentials)
      return { sub: token.sub, via, username: token.username, sessionId: token.sessionId }
    },
  }
}

/**
 * The text after `Bearer` and its spaces (RFC 6750, 2.1), undefined with another scheme: that one is meant for somebody
 * else, e.g. a proxy that asks for a password. A tab after the scheme stays in the text and spoils the token.
 */
export function bearerToken({ authorization }: Pick<Credentials, 'authorization'>): string | undefined {
  const value = authorization?.trim() ?? ''
  const scheme = /^Bearer(?=\s|$) */i.exec(value)?.[0]
  return scheme === undefined ? undefined : value.slice(scheme.length)
}
