import type { JWTPayload } from 'jose'
import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { Events } from '../events.ts'
import type { CookieJar, Credentials, Principal } from '../http/principal.ts'
import { say } from '../texts/index.ts'
import { type CookieToSet, createSessionCookies, refuseDuplicates } from './cookies.ts'
import { bearerToken, createGate } from './gate.ts'
import type { KnownDevices } from './local/known-devices.ts'
import { createLogout } from './logout.ts'
import { createOidcClient, type LoginWishes, type TokenSet } from './oidc-client.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import { createRefresh } from './refresh.ts'
import { safeReturnTo } from './return-to.ts'
import type { Revocations } from './revocations.ts'
import type { SecretKeys } from './sealing.ts'
import { createSessionTermination } from './session-end.ts'
import { createSessions } from './sessions.ts'
import type { AccessToken } from './token-profiles.ts'
import { createTokens } from './tokens.ts'
import { createTransactions } from './transactions.ts'

const LONGEST_DEVICE = 200

export interface IdentityOptions {
  provider: IdentityProvider
  revocations: Revocations
  sessions: SessionStore
  clock: Clock
  events: Events
  /** Seals the cookies of sign-ins that have begun. */
  secretKeys: SecretKeys
  /** The browsers that may sign in while others guess passwords; undefined where an outside provider counts. */
  knownDevices: Pick<KnownDevices, 'remember'> | undefined
  publicUrl: string
  redirectUri: string
  /** Where a browser ends up after signing out at the provider. */
  logoutUri: string
  refreshTokenDays: number
  /** After how many days every session ends; undefined where the provider has a limit of its own. */
  sessionDays: number | undefined
}

export type Identity = ReturnType<typeof createIdentity>

/** Who is asking: the gate, and how a browser gets, renews and loses its session. */
export function createIdentity(options: IdentityOptions) {
  const { provider, revocations, sessions, clock, events, publicUrl, refreshTokenDays } = options
  const client = createOidcClient(provider, options.redirectUri)
  const tokens = createTokens({ provider: client.keys, profile: provider.tokens, clock })
  const sessionCookies = createSessionCookies({ publicUrl, refreshTokenDays })
  const gate = createGate({ tokens, revocations, sessionCookies })
  const termination = createSessionTermination({
    client,
    gate,
    tokens,
    revocations,
    sessions,
    sessionCookies,
  })
  const transactions = createTransactions(options.secretKeys, clock)

  /** The access token of a token response, once all of it is known to be for us and for one person. */
  async function accept(set: TokenSet) {
    const token = await tokens.accessToken(set.accessToken)
    const idToken = set.idToken === undefined ? undefined : await tokens.idToken(set.idToken)
    if (idToken && idToken.sub !== token.sub) {
      throw new Refusal(
        'invalid_token',
        say(({ identity }) => identity.twoPeople),
      )
    }
    if (await revocations.isSessionRevoked(token)) {
      throw new Refusal(
        'unauthenticated',
        say(({ identity }) => identity.sessionEnded),
      )
    }
    return token
  }
  const toCookies = async (set: TokenSet, sent: CookieJar) => {
    const token = await accept(set)
    return { token, cookies: sessionCookies.set(set, token, { now: clock.now(), sent }) }
  }
  function sessionExpiry({ signedInAt }: AccessToken) {
    const unused = after(clock.now(), refreshTokenDays)
    if (options.sessionDays === undefined || !signedInAt) return unused
    const last = after(signedInAt, options.sessionDays)
    return last < unused ? last : unused
  }

  return {
    gate,
    publicUrl,
    sessions: createSessions({ store: sessions, provider, revocations, clock }),

    /** Where a browser goes to sign in, with the cookie that lets it come back. */
    async beginLogin(returnTo: unknown, cookies: CookieJar, wishes?: LoginWishes) {
      const begun = await transactions.begin(safeReturnTo(returnTo, publicUrl), cookies)
      return { location: await client.authorizationUrl(begun.transaction, wishes), cookies: begun.cookies }
    },

    /**
     * The browser is back from the provider. The cookies are set whether the sign-in succeeded or not.
     * @param query of the address it came back to
     */
    async completeLogin(query: string, cookies: CookieJar, device: string) {
      const state = new URLSearchParams(query).get('state') ?? undefined
      const { transaction, cookies: used } = await transactions.end(state, cookies)
      const failed = (refusal: unknown) => ({
        refusal,
        account: undefined,
        /** Whether this browser began the sign-in and has not completed it yet. */
        isBegun: transaction !== undefined,
        returnTo: transaction?.returnTo ?? '/',
        cookies: used,
      })
      if (!transaction) {
        return failed(
          new Refusal(
            'sign_in_failed',
            say(({ identity }) => identity.tooOld),
          ),
        )
      }
      try {
        const set = await client.exchange(query, transaction)
        const { token, cookies: session } = await toCookies(set, cookies)
        await endReplacedSession(cookies)
        const known = await options.knownDevices?.remember(token.sub)
        const now = clock.now()
        if (token.sessionId) {
          await sessions.put(token.sub, {
            id: token.sessionId,
            device: device.slice(0, LONGEST_DEVICE),
            signedInAt: now,
            lastUsedAt: now,
            expiresAt: sessionExpiry(token),
          })
        }
        return {
          refusal: undefined,
          account: token.sub,
          isBegun: true,
          returnTo: transaction.returnTo,
          cookies: [...used, ...session, ...(known ? [known] : [])],
        }
      } catch (error) {
        return failed(error)
      }
    },

    ...createRefresh({
      client,
      sessionCookies,
      toCookies,
      ready: revocations.ready,
      touch: async (token) => {
        if (token.sessionId)
          await sessions.touch(token.sub, token.sessionId, clock.now(), sessionExpiry(token))
      },
    }),

    ...createLogout({
      client,
      termination,
      provider,
      revocations,
      sessions,
      sessionCookies,
      clock,
      events,
      backTo: options.logoutUri,
    }),

    /** The claims of the id token; a bearer has none, so for a bearer those of the access token. */
    async profile(principal: Principal, cookies: CookieJar) {
      const { sub, username } = principal
      const idToken = principal.via === 'cookie' ? sessionCookies.read('id_token', cookies) : undefined
      const claims = idToken === undefined ? undefined : await tokens.idToken(idToken).catch(onlyIfInvalid)
      return claims?.sub === sub ? { sub, username, ...personal(claims) } : { sub, username }
    },

    /** @throws StorageUnavailableError, or Refusal identity_unavailable, where nobody can tell */
    isSignedIn: (credentials: Credentials): Promise<boolean> =>
      gate.check(credentials).then(
        () => true,
        (error) => {
          if (error instanceof Refusal && error.code !== 'identity_unavailable') return false
          throw error
        },
      ),

    isBearer: (credentials: Credentials) => bearerToken(credentials) !== undefined,

    /**
     * For routes without the gate; a bearer's cookies are ignored, so they may be anything.
     * @throws Refusal duplicate_cookie
     */
    refuseDuplicateCookies(credentials: Credentials) {
      if (bearerToken(credentials) === undefined) refuseDuplicates(credentials.cookieHeader)
    },

    /** Removes every cookie of a session. */
    clearedCookies: (sent: CookieJar): CookieToSet[] => sessionCookies.clear(sent),
  }

  /** A browser that signs in again leaves its older session; failing to end that one does no harm. */
  async function endReplacedSession(sent: CookieJar) {
    await termination.byCookies(sent).catch(() => undefined)
  }
}

const after = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000)

function onlyIfInvalid(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'invalid_token') return undefined
  throw error
}

function personal(claims: JWTPayload) {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return { email: text(claims.email), name: text(claims.name) }
}
