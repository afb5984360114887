import { createHash } from 'node:crypto'
import { decodeProtectedHeader, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { AccessToken, TokenProfile } from './token-profiles.ts'

/** Longer than any token a browser or a proxy carries in one header. */
const LONGEST_TOKEN = 12_000
/** How much the provider's clock may differ from ours. */
export const CLOCK_SKEW_SECONDS = 5
const CACHED_TOKENS = 1_000

export interface TokensOptions {
  /** The provider's name in `iss`, and its public keys. */
  provider(): Promise<{ issuer: string; keys: JWTVerifyGetKey }>
  profile: TokenProfile
  clock: Clock
}

export type Tokens = ReturnType<typeof createTokens>

/**
 * Verifies tokens: signed by a key the provider publishes with an algorithm of its profile (RS256 alone for Cognito),
 * and made for us. Says nothing about revocation.
 */
export function createTokens({ provider, profile, clock }: TokensOptions) {
  const verified = new Map<string, AccessToken>()

  async function verify(token: string, typ?: string): Promise<JWTPayload> {
    if (token.length > LONGEST_TOKEN) throw invalid('longer than any token')
    try {
      if (!decodeProtectedHeader(token).kid) throw invalid('no kid')
    } catch (error) {
      throw error instanceof Refusal ? error : invalid('not a token', error)
    }
    const { issuer, keys } = await provider()
    try {
      const { payload } = await jwtVerify(token, orUnavailable(keys), {
        algorithms: [...profile.algorithms],
        issuer,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: CLOCK_SKEW_SECONDS,
        currentDate: clock.now(),
        ...(typ !== undefined && { typ }),
      })
      return payload
    } catch (error) {
      throw error instanceof Refusal ? error : invalid('not verified', error)
    }
  }

  return {
    /** @throws Refusal invalid_token, or identity_unavailable when the keys cannot be had */
    async accessToken(token: string): Promise<AccessToken> {
      const key = createHash('sha256').update(token).digest('base64url')
      const cached = verified.get(key)
      if (cached && cached.expiresAt.getTime() > clock.now().getTime()) return cached

      const payload = await verify(token, profile.accessTokenType)
      const problem = profile.accessToken(payload)
      if (problem) throw invalid(problem)
      const accessToken = asAccessToken(payload, profile, key)
      const oldest = verified.keys().next()
      if (verified.size >= CACHED_TOKENS && !oldest.done) verified.delete(oldest.value)
      verified.set(key, accessToken)
      return accessToken
    },

    /** @throws Refusal invalid_token, or identity_unavailable */
    async idToken(token: string): Promise<JWTPayload> {
      const payload = await verify(token)
      const problem = profile.idToken(payload)
      if (problem) throw invalid(problem)
      return payload
    },
  }
}

function asAccessToken(payload: JWTPayload, profile: TokenProfile, tokenHash: string): AccessToken {
  return {
    sub: payload.sub ?? '',
    id: payload.jti || `sha256#${tokenHash}`,
    sessionId: profile.sessionId(payload),
    issuedAt: new Date((payload.iat ?? 0) * 1000),
    expiresAt: new Date((payload.exp ?? 0) * 1000),
    username: profile.username(payload),
  }
}

/** Keys that cannot be fetched say nothing about a token: that is 503, not 401. */
function orUnavailable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      const isAboutTheToken =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported
      if (isAboutTheToken) throw error
      throw new Refusal('identity_unavailable', 'Tokens cannot be checked just now.', {
        retryAfter: 5,
        cause: error,
      })
    }
  }
}

function invalid(reason: string, cause?: unknown) {
  return new Refusal('invalid_token', 'The access token is not valid. Sign in again.', {
    cause: cause ?? new Error(reason),
  })
}
