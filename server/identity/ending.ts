import { Refusal, StorageFullError, StorageUnavailableError } from '../errors.ts'
import { type CookieJar, tokenFrom } from './cookies.ts'
import type { Credentials, Gate } from './gate.ts'
import type { OidcClient } from './oidc-client.ts'
import type { SessionStore } from './ports.ts'
import type { Revocations } from './revocations.ts'
import type { AccessToken } from './token-profiles.ts'
import type { Tokens } from './tokens.ts'

/** What a logout could not do; everything else of it is done. */
export type NotDone =
  | 'session_not_ended'
  | 'refresh_token_not_revoked'
  | 'other_sessions_not_ended_at_provider'

export interface Ended {
  /** A token of the session that was ended; undefined when there was none. */
  token: AccessToken | undefined
  /** Whether the provider revoked a refresh token. */
  revoked: boolean
  notDone: NotDone[]
}

interface Held {
  token: AccessToken | undefined
  /** The newest refresh token of the session. */
  refreshToken: string | undefined
  /** False when nobody could say which session it is. */
  isKnown: boolean
}

export type Ending = ReturnType<typeof createEnding>

interface EndingOptions {
  client: OidcClient
  gate: Gate
  tokens: Tokens
  revocations: Revocations
  sessions: SessionStore
}

/** Ends the session a request holds the tokens of. Only its holder may: a token that does not verify ends nothing. */
export function createEnding({ client, gate, tokens, revocations, sessions }: EndingOptions) {
  async function writeRows(token: AccessToken, revoked: boolean) {
    await revocations.endToken(token, revoked)
    if (token.sessionId) await sessions.remove(token.sub, token.sessionId)
  }

  async function held(cookies: CookieJar): Promise<Held> {
    const refreshToken = tokenFrom(cookies, 'refresh_token')
    try {
      const { token } = await gate.check({ authorization: undefined, cookies })
      return { token, refreshToken, isKnown: true }
    } catch (error) {
      if (isStorageDown(error) || isProviderAway(error)) {
        return { token: undefined, refreshToken, isKnown: false }
      }
      if (!(error instanceof Refusal)) throw error
    }
    return refreshToken ? heldByRefreshToken(refreshToken) : { token: undefined, refreshToken, isKnown: true }
  }

  /** The access token may have expired in the browser: the refresh token still leads to the session. */
  async function heldByRefreshToken(refreshToken: string): Promise<Held> {
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
    /** Whatever fails on the way is told, so that the browser can forget its tokens all the same. */
    async byCookies(cookies: CookieJar): Promise<Ended> {
      const { token, refreshToken, isKnown } = await held(cookies)
      const revoked = refreshToken !== undefined && (await succeeds(client.revoke(refreshToken)))
      const isEnded = isKnown && (token === undefined || (await isKept(writeRows(token, revoked))))
      const notDone: NotDone[] = [
        ...(isEnded ? [] : ['session_not_ended' as const]),
        ...(refreshToken === undefined || revoked ? [] : ['refresh_token_not_revoked' as const]),
      ]
      return { token, revoked, notDone }
    },

    /**
     * A client with its own refresh token revokes that one itself.
     * @throws Refusal invalid_token, StorageUnavailableError
     */
    async byBearer(credentials: Credentials): Promise<Ended> {
      const { token } = await gate.check(credentials)
      await writeRows(token, false)
      return { token, revoked: false, notDone: [] }
    },
  }
}

const isProviderAway = (error: unknown) => error instanceof Refusal && error.code === 'identity_unavailable'

export const isStorageDown = (error: unknown) =>
  error instanceof StorageFullError || error instanceof StorageUnavailableError

/** False where the storage could not keep it. */
export const isKept = (written: Promise<unknown>) =>
  written.then(
    () => true,
    (error) => (isStorageDown(error) ? false : Promise.reject(error)),
  )

const succeeds = (done: Promise<unknown>) =>
  done.then(
    () => true,
    () => false,
  )
