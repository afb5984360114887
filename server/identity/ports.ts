import type { AccessToken, TokenProfile } from './token-profiles.ts'

/** One thing that is no longer let in: a token (`jti`), a session (`origin_jti`) or a person (`user#<sub>`). */
export interface Revocation {
  id: string
  at: Date
  /** From then on the row means nothing, whether it was removed or not. */
  expiresAt: Date
}

/**
 * What was ended before its time. Rejects with StorageUnavailableError rather than answer wrongly: a token whose
 * revocation cannot be looked up is not let in.
 */
export interface RevokedTokens {
  /** Durable and visible to every later `latest` when it resolves. */
  add(revocation: Revocation): Promise<void>
  /** When `id` was last revoked by a row that still counts at `now`. */
  latest(id: string, now: Date): Promise<Date | undefined>
}

/** A sign-in that is still going on, as the person sees it in a list. */
export interface Session {
  /** The `origin_jti` all its tokens carry. */
  id: string
  signedInAt: Date
  lastUsedAt: Date
  /** The browser's User-Agent, shortened. */
  device: string
  expiresAt: Date
}

export interface SessionStore {
  put(sub: string, session: Session): Promise<void>
  /** Moves `lastUsedAt` and `expiresAt` of a session that is there. */
  touch(sub: string, id: string, lastUsedAt: Date, expiresAt: Date): Promise<void>
  remove(sub: string, id: string): Promise<void>
  removeAll(sub: string): Promise<void>
  list(sub: string, now: Date): Promise<Session[]>
}

/** An OpenID provider as its adapter describes it; oidc-client.ts does the rest for all of them. */
export interface IdentityProvider {
  /** The issuer, or its discovery document. */
  discovery: URL
  /** Endpoints that are known better than the discovery document says. */
  endpoints?: { authorization_endpoint: string; token_endpoint: string; revocation_endpoint: string }
  clientId: string
  /** Undefined for a public client. */
  clientSecret: string | undefined
  /** Space separated. */
  scope: string
  tokens: TokenProfile
  /** How the provider is reached from here; it rejects when it is not. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>
  /**
   * Where a browser goes to end its session at the provider, and is sent on to `backTo`.
   * @param endSessionEndpoint what the discovery document says of it
   */
  logoutUrl(backTo: string, endSessionEndpoint: () => Promise<string | undefined>): Promise<string>
  /** Ends one session of a person at the provider, where it can without that session's refresh token. */
  endSession?(sessionId: string): Promise<void>
  /** Ends all sessions of a person at the provider, where it can. */
  signOutEverywhere?(person: Pick<AccessToken, 'sub' | 'username'>): Promise<void>
}
