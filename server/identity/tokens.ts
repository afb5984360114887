import { createHash } from 'node:crypto'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import { storedKeys } from '../stored-keys.ts'
import { say } from '../texts/index.ts'
import { signingInputOf } from './compact-jws.ts'
import { type AccessToken, clientOf, type TokenProfile } from './token-profiles.ts'

/** Characters. Longer than any token that fits into one header of a browser or proxy. */
const LONGEST_TOKEN = 12_000
/** How far the provider's clock may be off. */
export const CLOCK_SKEW_SECONDS = 5
const CACHED_TOKENS = 1_000

export interface TokensOptions {
  /** The issuer (`iss`) and its public keys. */
  provider(): Promise<{ issuer: string; keys: JWTVerifyGetKey }>
  profile: TokenProfile
  clock: Clock
}

type Jose = typeof import('jose')
export type Tokens = ReturnType<typeof createTokens>

/**
 * Verifies tokens: canonical, signed by a published key with an algorithm of the profile, and issued for this
 * application. Does not look at revocation.
 */
export function createTokens({ provider, profile, clock }: TokensOptions) {
  /** By their text, at most CACHED_TOKENS. */
  const verified = new Map<string, AccessToken>()

  async function verify(token: string, typ?: string): Promise<JWTPayload> {
    const { decodeProtectedHeader, errors, jwtVerify } = await import('jose')
    try {
      if (!decodeProtectedHeader(token).kid) throw invalid('no kid')
    } catch (error) {
      throw error instanceof Refusal ? error : invalid('not a token', error)
    }
    const { issuer, keys } = await provider()
    try {
      const { payload } = await jwtVerify(token, orUnavailable(keys, errors), {
        algorithms: [...profile.algorithms],
        issuer,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: CLOCK_SKEW_SECONDS,
        currentDate: clock.now(),
        ...(typ !== undefined && { typ }),
      })
      if (!isOwner(payload.sub)) throw invalid('no usable sub')
      return payload
    } catch (error) {
      throw error instanceof Refusal ? error : invalid('not verified', error)
    }
  }

  return {
    /** @throws Refusal invalid_token, or identity_unavailable when the keys cannot be fetched */
    async accessToken(token: string): Promise<AccessToken> {
      const cached = verified.get(token)
      if (cached && cached.expiresAt.getTime() > clock.now().getTime()) return cached

      const signingInput = canonical(token)
      const payload = await verify(token, profile.accessTokenType)
      const problem = profile.accessToken(payload)
      if (problem) throw invalid(problem)
      const accessToken = asAccessToken(payload, profile, { signingInput, token })
      const oldest = verified.keys().next()
      if (verified.size >= CACHED_TOKENS && !oldest.done) verified.delete(oldest.value)
      verified.set(token, accessToken)
      return accessToken
    },

    /** @throws Refusal invalid_token, or identity_unavailable */
    async idToken(token: string): Promise<JWTPayload> {
      canonical(token)
      const payload = await verify(token)
      const problem = profile.idToken(payload)
      if (problem) throw invalid(problem)
      return payload
    },
  }
}

/**
 * The part of a token that is signed.
 * @throws Refusal invalid_token
 */
function canonical(token: string): string {
  if (token.length > LONGEST_TOKEN) throw invalid('longer than any token')
  const signingInput = signingInputOf(token)
  if (signingInput === undefined) throw invalid('not a canonical compact JWS')
  return signingInput
}

function asAccessToken(
  payload: JWTPayload,
  profile: TokenProfile,
  text: { signingInput: string; token: string },
): AccessToken {
  const { jti, auth_time: authTime } = payload
  return {
    sub: payload.sub ?? '',
    id: jti || storedKeys.revokedToken.of(hashOf(text.signingInput)),
    formerId: jti ? undefined : storedKeys.revokedToken.of(hashOf(text.token)),
    sessionId: profile.sessionId(payload),
    issuedAt: new Date((payload.iat ?? 0) * 1000),
    signedInAt: typeof authTime === 'number' ? new Date(authTime * 1000) : undefined,
    expiresAt: new Date((payload.exp ?? 0) * 1000),
    username: profile.username(payload),
    clientId: clientOf(payload),
  }
}

/** Everything of a person is stored under the `sub`; OpenID Connect Core, 2 allows at most 255 ASCII characters. */
const isOwner = (sub: unknown) =>
  typeof sub === 'string' && /^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(sub)

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Keys that cannot be fetched say nothing about a token: that is 503, not 401. */
function orUnavailable(keys: JWTVerifyGetKey, errors: Jose['errors']): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      const isAboutTheToken =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported
      if (isAboutTheToken) throw error
      throw new Refusal(
        'identity_unavailable',
        say(({ identity }) => identity.notVerifiable),
        {
          retryAfter: 5,
          cause: error,
        },
      )
    }
  }
}

function invalid(reason: string, cause?: unknown) {
  return new Refusal(
    'invalid_token',
    say(({ identity }) => identity.invalidToken),
    {
      cause: cause ?? new Error(reason),
    },
  )
}
