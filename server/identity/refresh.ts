import { createHash } from 'node:crypto'
import { Refusal } from '../errors.ts'
import type { CookieJar } from '../http/principal.ts'
import { say } from '../texts/index.ts'
import type { CookieToSet, SessionCookies } from './cookies.ts'
import type { OidcClient, TokenSet } from './oidc-client.ts'
import type { AccessToken } from './token-profiles.ts'

interface RefreshOptions {
  client: OidcClient
  sessionCookies: SessionCookies
  /** Verifies new tokens and turns them into cookies. */
  toCookies(set: TokenSet, sent: CookieJar): Promise<{ token: AccessToken; cookies: CookieToSet[] }>
  /** Records that the session was used. */
  touch(token: AccessToken): Promise<void>
  /** Rejects when new tokens could not be checked. */
  ready(): Promise<void>
}

export function createRefresh({ client, sessionCookies, toCookies, touch, ready }: RefreshOptions) {
  // Two tabs with the same token share one answer: a provider without a grace period would refuse the second.
  const running = new Map<string, Promise<TokenSet>>()

  function tokensFor(refreshToken: string) {
    const key = createHash('sha256').update(refreshToken).digest('base64url')
    const answer = running.get(key) ?? client.refresh(refreshToken).finally(() => running.delete(key))
    running.set(key, answer)
    return answer
  }

  /** A session may have ended here while the provider was unreachable; it is revoked there now. */
  async function checked(set: TokenSet, refreshToken: string, cookies: CookieJar) {
    try {
      return await toCookies(set, cookies)
    } catch (error) {
      const isEnded = error instanceof Refusal && error.code === 'unauthenticated'
      if (isEnded) await client.revoke(set.refreshToken ?? refreshToken).catch(() => undefined)
      throw error
    }
  }

  return {
    /**
     * New tokens for the refresh token cookie. When the session is over, the cookies to clear come with the refusal;
     * when the provider is unreachable, nothing is cleared.
     * @throws Refusal duplicate_cookie
     */
    async refresh(cookies: CookieJar) {
      const refreshToken = sessionCookies.read('refresh_token', cookies)
      if (!refreshToken) {
        return {
          refusal: new Refusal(
            'unauthenticated',
            say(({ identity }) => identity.noSession),
          ),
          cookies: [],
        }
      }
      try {
        // Tokens that cannot be checked would be lost, and with rotation the session as well.
        await ready()
        const { token, cookies: fresh } = await checked(await tokensFor(refreshToken), refreshToken, cookies)
        // With rotation the tokens come only once: a row of the session list is not worth losing them.
        await touch(token).catch(() => undefined)
        return { refusal: undefined, expiresAt: token.expiresAt, cookies: fresh }
      } catch (refusal) {
        const isOver =
          refusal instanceof Refusal &&
          (refusal.code === 'unauthenticated' || refusal.code === 'invalid_token')
        return { refusal, cookies: isOver ? sessionCookies.clear(cookies) : [] }
      }
    },
  }
}
