import type { JWTPayload } from 'jose'
import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { Events } from '../events.ts'
import {
  type CookieJar,
  type CookieToSet,
  clearedSessionCookies,
  sessionCookies,
  tokenFrom,
} from './cookies.ts'
import { createEnding } from './ending.ts'
import { createGate, find } from './gate.ts'
import { createLogout } from './logout.ts'
import { createOidcClient, type TokenSet } from './oidc-client.ts'
import type { IdentityProvider, SessionStore } from './ports.ts'
import type { Principal } from './principal.ts'
import { createRefreshing } from './refresh.ts'
import { safeReturnTo } from './return-to.ts'
import type { Revocations } from './revocations.ts'
import { createSessions } from './sessions.ts'
import { createTokens } from './tokens.ts'
import { createTransactions } from './transactions.ts'

export interface IdentityOptions {
  provider: IdentityProvider
  revocations: Revocations
  sessions: SessionStore
  clock: Clock
  events: Events
  /** Seals sign-ins on their way. */
  secretKey: string
  publicUrl: string
  redirectUri: string
  /** Where a browser ends up after signing out at the provider. */
  logoutUri: string
  refreshTokenDays: number
}

export type Identity = ReturnType<typeof createIdentity>

/** Who is asking: the gate, and how a browser comes to its cookies, keeps them and gives them up. */
export function createIdentity(options: IdentityOptions) {
  const { provider, revocations, sessions, clock, events, publicUrl, refreshTokenDays } = options
  const client = createOidcClient(provider, options.redirectUri)
  const tokens = createTokens({ provider: client.keys, profile: provider.tokens, clock })
  const gate = createGate(tokens, revocations)
  const ending = createEnding({ client, gate, tokens, revocations, sessions })
  const transactions = createTransactions(options.secretKey, clock)

  /** What a token answer says, once it is known to be meant for us and for one person. */
  async function accept(set: TokenSet) {
    const token = await tokens.accessToken(set.accessToken)
    const idToken = set.idToken === undefined ? undefined : await tokens.idToken(set.idToken)
    if (idToken && idToken.sub !== token.sub) {
      throw new Refusal('invalid_token', 'The tokens are of different people.')
    }
    if (await revocations.isSessionRevoked(token)) {
      throw new Refusal('unauthenticated', 'The session has ended. Sign in again.')
    }
    return token
  }
  const setCookies = async (set: TokenSet, old: CookieJar) => {
    const token = await accept(set)
    return { token, cookies: sessionCookies(set, token, clock.now(), refreshTokenDays, old) }
  }
  const sessionEnd = () => new Date(clock.now().getTime() + refreshTokenDays * 86_400_000)

  return {
    gate,
    publicUrl,
    sessions: createSessions({ store: sessions, provider, revocations, clock }),

    /** Where a browser goes to sign in, with the cookie that lets it come back. */
    async beginLogin(returnTo: unknown, cookies: CookieJar) {
      const begun = transactions.begin(safeReturnTo(returnTo, publicUrl), cookies)
      return { location: await client.authorizationUrl(begun.transaction), cookies: begun.cookies }
    },

    /**
     * The browser is back from the provider. The cookies are to be set whatever the outcome is.
     * @param query of the address it came back to
     */
    async completeLogin(query: string, cookies: CookieJar, device: string) {
      const state = new URLSearchParams(query).get('state') ?? undefined
      const { transaction, cookies: used } = transactions.end(state, cookies)
      const failed = (refusal: unknown) => ({
        refusal,
        returnTo: transaction?.returnTo ?? '/',
        cookies: used,
      })
      if (!transaction) {
        return failed(
          new Refusal(
            'sign_in_failed',
            'This sign-in took too long, was finished already, or began elsewhere.',
          ),
        )
      }
      try {
        const set = await client.exchange(query, transaction)
        const { token, cookies: session } = await setCookies(set, cookies)
        await replaceSession(cookies)
        const now = clock.now()
        if (token.sessionId) {
          const row = { id: token.sessionId, signedInAt: now, lastUsedAt: now, device: device.slice(0, 200) }
          await sessions.put(token.sub, { ...row, expiresAt: sessionEnd() })
        }
        return { refusal: undefined, returnTo: transaction.returnTo, cookies: [...used, ...session] }
      } catch (error) {
        return failed(error)
      }
    },

    ...createRefreshing({
      client,
      setCookies,
      ready: revocations.ready,
      touched: async (token) => {
        if (token.sessionId) await sessions.touch(token.sub, token.sessionId, clock.now(), sessionEnd())
      },
    }),

    ...createLogout({
      client,
      ending,
      provider,
      revocations,
      sessions,
      clock,
      events,
      backTo: options.logoutUri,
    }),

    /** What the id token says about the person who asks; a bearer has none, so what its access token says. */
    async profile(principal: Principal, cookies: CookieJar) {
      const { sub, username } = principal
      const idToken = principal.via === 'cookie' ? tokenFrom(cookies, 'id_token') : undefined
      const claims = idToken === undefined ? undefined : await tokens.idToken(idToken).catch(onlyIfInvalid)
      return claims?.sub === sub ? { sub, username, ...personal(claims) } : { sub, username }
    },

    /** How a request would authenticate; null when it brings nothing. */
    credentialsOf: find,
    cleared: (cookies: CookieJar): CookieToSet[] => clearedSessionCookies(cookies),
  }

  /** A browser that signs in once more leaves its older session; what of that cannot be ended does no harm. */
  async function replaceSession(old: CookieJar) {
    const isThere = tokenFrom(old, 'access_token') ?? tokenFrom(old, 'refresh_token')
    if (isThere) await ending.byCookies(old).catch(() => undefined)
  }
}

function onlyIfInvalid(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'invalid_token') return undefined
  throw error
}

function personal(claims: JWTPayload) {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return { email: text(claims.email), name: text(claims.name) }
}
