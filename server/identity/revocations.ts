import type { Clock } from '../clock.ts'
import { storedKeys } from '../stored-keys.ts'
import type { RevokedTokens } from './ports.ts'
import type { AccessToken } from './token-profiles.ts'
import { CLOCK_SKEW_SECONDS } from './tokens.ts'

/** No access token lives longer (Cognito's upper limit), so a session's row need not either. */
const LONGEST_ACCESS_TOKEN_HOURS = 24

export type Revocations = ReturnType<typeof createRevocations>

/** What logout leaves behind, so that tokens which still verify are not let in any more. */
export function createRevocations(store: RevokedTokens, clock: Clock, refreshTokenDays: number) {
  const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000)
  // Where the provider goes on giving tokens for a session, its row must last as long as they could be asked for.
  const sessionEnd = (endedAtProvider: boolean) =>
    inHours(endedAtProvider ? LONGEST_ACCESS_TOKEN_HOURS : refreshTokenDays * 24)

  // A token is let in a little beyond its expiry, and so long its row must count.
  const asOf = () => new Date(clock.now().getTime() - CLOCK_SKEW_SECONDS * 1000)

  async function isSessionRevoked(token: AccessToken) {
    const now = asOf()
    const [session, person] = await Promise.all([
      token.sessionId ? store.latest(token.sessionId, now) : undefined,
      store.latest(storedKeys.revokedUser.of(token.sub), now),
    ])
    return session !== undefined || (person !== undefined && secondOf(token.issuedAt) <= secondOf(person))
  }

  return {
    /** This one token, its session, or everything of its owner. Asked anew every time. */
    async isRevoked(token: AccessToken) {
      const [itself, session] = await Promise.all([store.latest(token.id, asOf()), isSessionRevoked(token)])
      return itself !== undefined || session
    },

    /** Rejects when nobody can say just now what was revoked. */
    async ready() {
      await store.latest('nothing', asOf())
    },

    /** Whether a new token of the session may be used at all. */
    isSessionRevoked,

    /** @param revoked whether the provider gives no new tokens for the session any more */
    async endToken(token: AccessToken, revoked: boolean) {
      const at = clock.now()
      await Promise.all([
        store.add({ id: token.id, at, expiresAt: token.expiresAt }),
        token.sessionId && store.add({ id: token.sessionId, at, expiresAt: sessionEnd(revoked) }),
      ])
    },

    endSession: (sessionId: string, endedAtProvider: boolean) =>
      store.add({ id: sessionId, at: clock.now(), expiresAt: sessionEnd(endedAtProvider) }),

    /** Every token of a person issued until now. */
    endEverywhere: (sub: string) =>
      store.add({
        id: storedKeys.revokedUser.of(sub),
        at: clock.now(),
        expiresAt: inHours(LONGEST_ACCESS_TOKEN_HOURS),
      }),
  }
}

/** Tokens know their time to the second only. */
const secondOf = (date: Date) => Math.floor(date.getTime() / 1000)
