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

/**
 * The access tokens of Cognito, and of the local provider which makes them the same way: `token_use` says what a
 * token is for, `client_id` whose it is, and there is no `aud` unless it is bound to a resource.
 * (Amazon Cognito Developer Guide, "Understanding the access token")
 */
export function cognitoAccessToken(
  payload: JWTPayload,
  clientIds: readonly string[],
): ProfileProblem | undefined {
  if (payload.token_use !== 'access') return 'token_use is not access'
  if (!isOneOf(payload.client_id, clientIds)) return 'client_id is not ours'
  const audiences = [payload.aud ?? []].flat()
  if (!audiences.every((aud) => isOneOf(aud, clientIds))) return 'aud is not ours'
  return undefined
}

/** The id tokens of the same providers. */
export function cognitoIdToken(
  payload: JWTPayload,
  clientIds: readonly string[],
): ProfileProblem | undefined {
  if (payload.token_use !== 'id') return 'token_use is not id'
  const audiences = [payload.aud ?? []].flat()
  if (audiences.length !== 1 || !isOneOf(audiences[0], clientIds)) return 'aud is not ours'
  return undefined
}

const isOneOf = (value: unknown, list: readonly string[]) => typeof value === 'string' && list.includes(value)
