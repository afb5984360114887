import { createHash } from 'node:crypto'
import { Refusal } from '../errors.ts'
import { type CookieJar, type CookieToSet, clearedSessionCookies, tokenFrom } from './cookies.ts'
import type { OidcClient, TokenSet } from './oidc-client.ts'
import type { AccessToken } from './token-profiles.ts'

interface RefreshingOptions {
  client: OidcClient
  /** Checks what came back and makes cookies of it. */
  setCookies(set: TokenSet, old: CookieJar): Promise<{ token: AccessToken; cookies: CookieToSet[] }>
  touched(token: AccessToken): Promise<void>
  /** Rejects when new tokens could not be checked. */
  ready(): Promise<void>
}

export function createRefreshing({ client, setCookies, touched, ready }: RefreshingOptions) {
  // Two tabs that ask with the same token share one answer: a provider without a grace would refuse the second.
  const running = new Map<string, Promise<TokenSet>>()

  function tokensFor(refreshToken: string) {
    const key = createHash('sha256').update(refreshToken).digest('base64url')
    const answer = running.get(key) ?? client.refresh(refreshToken).finally(() => running.delete(key))
    running.set(key, answer)
    return answer
  }

  /** The session may have been ended here while the provider knew nothing of it: now it can be told. */
  async function checked(set: TokenSet, refreshToken: string, cookies: CookieJar) {
    try {
      return await setCookies(set, cookies)
    } catch (error) {
      const isEnded = error instanceof Refusal && error.code === 'unauthenticated'
      if (isEnded) await client.revoke(set.refreshToken ?? refreshToken).catch(() => undefined)
      throw error
    }
  }

  return {
    /**
     * New tokens for the refresh token cookie. When the session is over the cookies to clear come with the refusal;
     * when the provider is merely away nothing is cleared.
     */
    async refresh(cookies: CookieJar) {
      const refreshToken = tokenFrom(cookies, 'refresh_token')
      if (!refreshToken) {
        return { refusal: new Refusal('unauthenticated', 'There is no session to refresh.'), cookies: [] }
      }
      try {
        // Tokens that could not be checked would be lost, and with rotation the session with them.
        await ready()
        const { token, cookies: fresh } = await checked(await tokensFor(refreshToken), refreshToken, cookies)
        // A row in a list is worth less than the tokens, which a provider that rotates gives only once.
        await touched(token).catch(() => undefined)
        return { refusal: undefined, expiresAt: token.expiresAt, cookies: fresh }
      } catch (refusal) {
        const isOver =
          refusal instanceof Refusal &&
          (refusal.code === 'unauthenticated' || refusal.code === 'invalid_token')
        return { refusal, cookies: isOver ? clearedSessionCookies(cookies) : [] }
      }
    },
  }
}
