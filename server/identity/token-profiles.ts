import type { JWTPayload } from 'jose'

/** An access token whose signature and times were found right, as the gate uses it. */
export interface AccessToken {
  sub: string
  /** What a revocation of this one token names: its `jti`, or a hash where the provider gives none. */
  id: string
  /** What a revocation of the whole session names; undefined where the provider does not say. */
  sessionId: string | undefined
  issuedAt: Date
  expiresAt: Date
  username: string | undefined
}

/** Why a well signed token is not one for us; for the log, never for the caller. */
export type ProfileProblem = string

/** What a provider's tokens look like, beyond signature, issuer and times, which are the same for all. */
export interface TokenProfile {
  /** Signature algorithms, none of them symmetric. */
  algorithms: readonly string[]
  /** The `typ` an access token must have; undefined: the provider does not tell kinds apart by it. */
  accessTokenType: string | undefined
  accessToken(payload: JWTPayload): ProfileProblem | undefined
  idToken(payload: JWTPayload): ProfileProblem | undefined
  /** What all tokens of one sign-in have in common. */
  sessionId(payload: JWTPayload): string | undefined
  username(payload: JWTPayload): string | undefined
}

/**
 * The tokens of Cognito, and of the local provider which makes them the same way: `token_use` says what a token is
 * for, `client_id` whose it is, and an access token has no `aud` unless it is bound to a resource.
 * (Amazon Cognito Developer Guide, "Understanding the access token")
 * @param spaClientIds further clients whose access tokens are taken; an id token is ours alone
 */
export function cognitoTokens(clientId: string, spaClientIds: readonly string[] = []): TokenProfile {
  const clientIds = [clientId, ...spaClientIds]
  return {
    algorithms: ['RS256'],
    accessTokenType: undefined,
    accessToken(payload) {
      if (payload.token_use !== 'access') return 'token_use is not access'
      if (!isOneOf(payload.client_id, clientIds)) return 'client_id is not ours'
      if (!audiencesOf(payload).every((aud) => isOneOf(aud, clientIds))) return 'aud is not ours'
      return undefined
    },
    idToken(payload) {
      if (payload.token_use !== 'id') return 'token_use is not id'
      return isExactly(audiencesOf(payload), clientId) ? undefined : 'aud is not ours'
    },
    sessionId: (payload) => text(payload.origin_jti),
    username: (payload) => text(payload.username),
  }
}

/**
 * JWT access tokens as RFC 9068 describes them: their own `typ`, so that an id token is never taken for one, and an
 * audience that names this application.
 */
export function rfc9068Tokens(clientId: string, audience: string): TokenProfile {
  return {
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    accessTokenType: 'at+jwt',
    accessToken: (payload) => (audiencesOf(payload).includes(audience) ? undefined : 'aud is not ours'),
    idToken(payload) {
      const audiences = audiencesOf(payload)
      if (!audiences.includes(clientId)) return 'aud is not ours'
      // OpenID Connect Core 3.1.3.7: with several audiences azp names the one it was made for.
      return isExactly(audiences, clientId) || payload.azp === clientId ? undefined : 'azp is not ours'
    },
    // OpenID Connect Front-Channel Logout 1.0 names the session so; many providers write it into access tokens.
    sessionId: (payload) => text(payload.sid),
    username: (payload) => text(payload.preferred_username),
  }
}

const audiencesOf = (payload: JWTPayload) => [payload.aud ?? []].flat()
const isExactly = (list: string[], value: string) => list.length === 1 && list[0] === value
const isOneOf = (value: unknown, list: readonly string[]) => typeof value === 'string' && list.includes(value)
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
