import type { JWTPayload } from 'jose'

/** A verified access token, as the gate uses it. */
export interface AccessToken {
  sub: string
  /** The key of its revocation: the `jti`, or `sha256#` and the hash of its signed part where it has none. */
  id: string
  /**
   * The key that earlier releases revoked it under: `sha256#` and the hash of the whole token. Undefined with a
   * `jti`. Rows with it live until the token expires, so this can go one release later.
   */
  formerId: string | undefined
  /** The key of the session's revocation; undefined where the provider does not name sessions. */
  sessionId: string | undefined
  issuedAt: Date
  /** When the person signed in; undefined where the provider does not say. */
  signedInAt: Date | undefined
  expiresAt: Date
  username: string | undefined
  /** The client it was issued to; undefined where the provider does not name it. */
  clientId: string | undefined
}

/** Why a correctly signed token is not meant for this application; for the log, never for the caller. */
export type ProfileProblem = string

/** The claims a provider's tokens must have beyond signature, issuer and times, which are checked for all. */
export interface TokenProfile {
  /** Signature algorithms, none of them symmetric. */
  algorithms: readonly string[]
  /** The `typ` an access token must have; undefined where the provider does not distinguish tokens by it. */
  accessTokenType: string | undefined
  accessToken(payload: JWTPayload): ProfileProblem | undefined
  idToken(payload: JWTPayload): ProfileProblem | undefined
  /** The claim that all tokens of one sign-in share. */
  sessionId(payload: JWTPayload): string | undefined
  username(payload: JWTPayload): string | undefined
}

/** The claim has the same name in Cognito's tokens and in those of RFC 9068. */
export const clientOf = (payload: JWTPayload) => text(payload.client_id)

/**
 * Cognito's tokens, which the local provider imitates: `token_use` is the kind, `client_id` the client, and an access
 * token has no `aud` unless it is bound to a resource.
 * (Amazon Cognito Developer Guide, "Understanding the access token")
 * @param spaClientIds further clients whose access tokens are accepted; id tokens must be for `clientId`
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
 * JWT access tokens of RFC 9068: a `typ` of their own, so that an id token never passes for one, and an audience that
 * names this application.
 */
export function rfc9068Tokens(clientId: string, audience: string): TokenProfile {
  return {
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    accessTokenType: 'at+jwt',
    accessToken: (payload) => (audiencesOf(payload).includes(audience) ? undefined : 'aud is not ours'),
    idToken(payload) {
      const audiences = audiencesOf(payload)
      if (!audiences.includes(clientId)) return 'aud is not ours'
      // OpenID Connect Core 3.1.3.7: with several audiences, azp names the client it was issued to.
      return isExactly(audiences, clientId) || payload.azp === clientId ? undefined : 'azp is not ours'
    },
    // OpenID Connect Front-Channel Logout 1.0 defines `sid`; many providers also put it into access tokens.
    sessionId: (payload) => text(payload.sid),
    username: (payload) => text(payload.preferred_username),
  }
}

const audiencesOf = (payload: JWTPayload) => [payload.aud ?? []].flat()
const isExactly = (list: string[], value: string) => list.length === 1 && list[0] === value
const isOneOf = (value: unknown, list: readonly string[]) => typeof value === 'string' && list.includes(value)
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
