import { Refusal, StorageFullError, StorageUnavailableError } from '../errors.ts'
import type { CookieJar, Credentials } from '../http/principal.ts'
import type { SessionCookies } from './cookies.ts'
import type { Gate } from './gate.ts'
import type { OidcClient } from './oidc-client.ts'
import type { SessionStore } from './ports.ts'
import type { Revocations } from './revocations.ts'
import type { AccessToken } from './token-profiles.ts'
import type { Tokens } from './tokens.ts'

/** What a logout may fail to do; the rest of it is done all the same. */
export const NOT_DONE = [
  'session_not_ended',
  'refresh_token_not_revoked',
  'other_sessions_not_ended_at_provider',
] as const
export type NotDone = (typeof NOT_DONE)[number]

export interface SessionEnd {
  /** A token of the session that was ended; undefined when there was none. */
  token: AccessToken | undefined
  /** Whether the provider revoked a refresh token. */
  revoked: boolean
  notDone: NotDone[]
}

interface HeldSession {
  token: AccessToken | undefined
  /** The newest refresh token of the session. */
  refreshToken: string | undefined
  /** False when it could not be determined which session it is. */
  isKnown: boolean
}

export type SessionTermination = ReturnType<typeof createSessionTermination>

interface SessionTerminationOptions {
  client: OidcClient
  gate: Gate
  tokens: Tokens
  revocations: Revocations
  sessions: SessionStore
  sessionCookies: SessionCookies
}

/** Ends the session whose tokens a request carries. A token that does not verify ends nothing. */
export function createSessionTermination(options: SessionTerminationOptions) {
  const { client, gate, tokens, revocations, sessions, sessionCookies } = options

  async function revokeSession(token: AccessToken, revoked: boolean) {
    await revocations.endToken(token, revoked)
    if (token.sessionId) await sessions.remove(token.sub, token.sessionId)
  }

  async function heldSession(cookies: CookieJar): Promise<HeldSession> {
    const refreshToken = sessionCookies.read('refresh_token', cookies)
    const accessToken = sessionCookies.read('access_token', cookies)
    try {
      if (accessToken) return { token: await gate.verify(accessToken), refreshToken, isKnown: true }
    } catch (error) {
      if (isStorageDown(error) || isProviderUnavailable(error)) {
        return { token: undefined, refreshToken, isKnown: false }
      }
      if (!(error instanceof Refusal)) throw error
    }
    return refreshToken ? heldByRefreshToken(refreshToken) : { token: undefined, refreshToken, isKnown: true }
  }

  /** The access token may have expired in the browser; the refresh token still leads to the session. */
  async function heldByRefreshToken(refreshToken: string): Promise<HeldSession> {
    let newest = refreshToken
    try {
      const set = await client.refresh(refreshToken)
      newest = set.refreshToken ?? refreshToken
      return { token: await tokens.accessToken(set.accessToken), refreshToken: newest, isKnown: true }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const isKnown = error.code !== 'identity_unavailable'
      return { token: undefined, refreshToken: newest, isKnown }
    }
  }

  return {
    /**
     * Failures are reported in `notDone`, not thrown, so that the browser can always drop its tokens.
     * @throws Refusal duplicate_cookie
     */
    async byCookies(cookies: CookieJar): Promise<SessionEnd> {
      const { token, refreshToken, isKnown } = await heldSession(cookies)
      const revoked = refreshToken !== undefined && (await succeeds(client.revoke(refreshToken)))
      const isEnded = isKnown && (token === undefined || (await isStored(revokeSession(token, revoked))))
      const notDone: NotDone[] = [
        ...(isEnded ? [] : ['session_not_ended' as const]),
        ...(refreshToken === undefined || revoked ? [] : ['refresh_token_not_revoked' as const]),
      ]
      return { token, revoked, notDone }
    },

    /**
     * A client that holds its own refresh token revokes that itself.
     * @throws Refusal invalid_token, StorageUnavailableError
     */
    async byBearer(credentials: Credentials): Promise<SessionEnd> {
      const { token } = await gate.check(credentials)
      await revokeSession(token, false)
      return { token, revoked: false, notDone: [] }
    },
  }
}

const isProviderUnavailable = (error: unknown) =>
  error instanceof Refusal && error.code === 'identity_unavailable'

const isStorageDown = (error: unknown) =>
  error instanceof StorageFullError || error instanceof StorageUnavailableError

/** False where the storage is full or unavailable; other errors are thrown. */
export const isStored = (written: Promise<unknown>) =>
  written.then(
    () => true,
    (error) => (isStorageDown(error) ? false : Promise.reject(error)),
  )

const succeeds = (done: Promise<unknown>) =>
  done.then(
    () => true,
    () => false,
  )
