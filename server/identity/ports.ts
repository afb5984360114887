import type { AccessToken, TokenProfile } from './token-profiles.ts'

/** One thing that is no longer accepted: a token (`jti`), a session (`origin_jti`) or a person (`user#<sub>`). */
export interface Revocation {
  id: string
  at: Date
  /** After this the row no longer counts, whether it was removed or not. */
  expiresAt: Date
}

/**
 * What was revoked before it expired. Rejects with StorageUnavailableError rather than give a wrong answer: a token
 * whose revocation cannot be looked up is refused.
 */
export interface RevokedTokens {
  /** Once it resolves, the row is durable and every later `latest` sees it. */
  add(revocation: Revocation): Promise<void>
  /** When `id` was last revoked, by a row that still counts at `now`. */
  latest(id: string, now: Date): Promise<Date | undefined>
}

/** A session that has not ended, as the person sees it in a list. */
export interface Session {
  /** The `origin_jti` all its tokens carry. */
  id: string
  signedInAt: Date
  lastUsedAt: Date
  /** The browser's User-Agent, shortened. */
  device: string
  expiresAt: Date
  /** Part of its record cannot be read: a time that is lost is another one of the session, or 1970. */
  damaged: boolean
}

export interface SessionStore {
  put(sub: string, session: Omit<Session, 'damaged'>): Promise<void>
  /** Updates `lastUsedAt` and `expiresAt` of an existing session. */
  touch(sub: string, id: string, lastUsedAt: Date, expiresAt: Date): Promise<void>
  remove(sub: string, id: string): Promise<void>
  removeAll(sub: string): Promise<void>
  list(sub: string, now: Date): Promise<Session[]>
}

/** An OpenID provider as its adapter describes it; oidc-client.ts is the same for all of them. */
export interface IdentityProvider {
  /** The issuer, or its discovery document. */
  discovery: URL
  /** Endpoints to use instead of those in the discovery document. */
  endpoints?: { authorization_endpoint: string; token_endpoint: string; revocation_endpoint: string }
  /**
   * The page where a person creates an account; it takes the parameters of the authorization endpoint. Undefined:
   * `prompt=create` (OpenID Connect, Initiating User Registration 1.0), where the discovery document lists it.
   */
  signUpPage?: string
  clientId: string
  /** Undefined for a public client. */
  clientSecret: string | undefined
  /** Space separated. */
  scope: string
  tokens: TokenProfile
  /** Reaches the provider from this machine; rejects when it cannot be reached. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>
  /**
   * Where a browser goes to end its session at the provider, which then redirects it to `backTo`.
   * @param endSessionEndpoint as in the discovery document
   */
  logoutUrl(backTo: string, endSessionEndpoint: () => Promise<string | undefined>): Promise<string>
  /** Ends one session at the provider. Undefined where that needs the session's refresh token. */
  endSession?(sessionId: string): Promise<void>
  /** Ends all sessions of a person at the provider. Undefined where the provider cannot. */
  signOutEverywhere?(person: Pick<AccessToken, 'sub' | 'username'>): Promise<void>
}
