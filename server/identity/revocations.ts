import type { Clock } from '../clock.ts'
import { storedKeys } from '../stored-keys.ts'
import type { RevokedTokens } from './ports.ts'
import type { AccessToken } from './token-profiles.ts'
import { CLOCK_SKEW_SECONDS } from './tokens.ts'

/** Cognito's upper limit for the life of an access token; a session's row need not last longer. */
const LONGEST_ACCESS_TOKEN_HOURS = 24

/**
 * When a stored row says that something was revoked. A row that cannot be read still revokes: its time follows from its
 * end, and where that cannot be read either, it is now.
 * @param expiresAt in seconds since 1970
 */
export function revokedAt(logoutTime: unknown, expiresAt: unknown, now: Date): Date {
  const at = typeof logoutTime === 'string' ? Date.parse(logoutTime) : Number.NaN
  if (!Number.isNaN(at)) return new Date(at)
  if (typeof expiresAt !== 'number') return now
  return new Date(expiresAt * 1000 - LONGEST_ACCESS_TOKEN_HOURS * 3_600_000)
}

export type Revocations = ReturnType<typeof createRevocations>

/** The rows a logout writes, so that tokens which still verify are refused. */
export function createRevocations(store: RevokedTokens, clock: Clock, refreshTokenDays: number) {
  const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000)
  // While the provider still issues tokens for a session, its row must outlast the refresh token.
  const sessionEnd = (endedAtProvider: boolean) =>
    inHours(endedAtProvider ? LONGEST_ACCESS_TOKEN_HOURS : refreshTokenDays * 24)

  // The gate accepts a token for a few seconds after its expiry, so its row must count as long.
  const asOf = () => new Date(clock.now().getTime() - CLOCK_SKEW_SECONDS * 1000)

  async function isTokenRevoked(token: AccessToken) {
    const now = asOf()
    const rows = await Promise.all(idsToLookUp(token).map((id) => store.latest(id, now)))
    return rows.some((row) => row !== undefined)
  }

  async function isSessionRevoked(token: AccessToken) {
    const now = asOf()
    const [session, person] = await Promise.all([
      token.sessionId ? store.latest(token.sessionId, now) : undefined,
      store.latest(storedKeys.revokedUser.of(token.sub), now),
    ])
    return session !== undefined || (person !== undefined && secondOf(token.issuedAt) <= secondOf(person))
  }

  return {
    /** Whether this token, its session, or everything of its owner was revoked. Never cached. */
    async isRevoked(token: AccessToken) {
      const [itself, session] = await Promise.all([isTokenRevoked(token), isSessionRevoked(token)])
      return itself || session
    },

    /** Rejects when revocations cannot be looked up right now. */
    async ready() {
      await store.latest('nothing', asOf())
    },

    /** Whether a new token of the session may be used at all. */
    isSessionRevoked,

    /** @param revoked whether the provider stopped issuing tokens for the session */
    async endToken(token: AccessToken, revoked: boolean) {
      const at = clock.now()
      // A process of the release before looks for the former id only.
      const ids = [token.id, ...(token.formerId ? [token.formerId] : [])]
      await Promise.all([
        ...ids.map((id) => store.add({ id, at, expiresAt: token.expiresAt })),
        token.sessionId && store.add({ id: token.sessionId, at, expiresAt: sessionEnd(revoked) }),
      ])
    },

    endSession: (sessionId: string, endedAtProvider: boolean) =>
      store.add({ id: sessionId, at: clock.now(), expiresAt: sessionEnd(endedAtProvider) }),

    /** Revokes every token of a person issued until now. */
    endEverywhere: (sub: string) =>
      store.add({
        id: storedKeys.revokedUser.of(sub),
        at: clock.now(),
        expiresAt: inHours(LONGEST_ACCESS_TOKEN_HOURS),
      }),
  }
}

/**
 * The ids under which this one token may have been revoked. A token without `jti` has two, but the gate stays at three
 * look-ups: where there is a session, every logout also wrote the session's row, which lasts as long as such a token.
 */
function idsToLookUp({ id, formerId, sessionId, issuedAt, expiresAt }: AccessToken): string[] {
  const hours = (expiresAt.getTime() - issuedAt.getTime()) / 3_600_000
  const isCoveredBySession = sessionId !== undefined && hours <= LONGEST_ACCESS_TOKEN_HOURS
  return formerId === undefined || isCoveredBySession ? [id] : [id, formerId]
}

/** Tokens carry their times in whole seconds. */
const secondOf = (date: Date) => Math.floor(date.getTime() / 1000)
