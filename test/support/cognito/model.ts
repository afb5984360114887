import type { ServerResponse } from 'node:http'

/** An app client of the look-alike's user pool. */
export interface AppClient {
  id: string
  /** Undefined for a public client. */
  secret?: string
  callbackUrls: string[]
  signOutUrls: string[]
}

export interface Options {
  clients: AppClient[]
  /** Refresh token rotation with its grace (0 to 60 s); undefined: a refresh token can be used repeatedly. */
  rotation?: { graceSeconds: number } | undefined
  /** Token revocation; without it, tokens have no `jti` and no `origin_jti`. */
  tokenRevocation?: boolean
  /** The newer of the two forms of the issuer. */
  newIssuer?: boolean
  /** The number of groups in each token, for tokens longer than a cookie. */
  groups?: number
  /** Whether this process's role may call AdminUserGlobalSignOut. */
  adminAllowed?: boolean
  /** Seconds after which access and id tokens expire; an hour if undefined, as in a new pool. */
  tokenSeconds?: number
  /** The ports of the pool's API and of the Hosted UI; free ones if undefined. */
  ports?: { pool: number; hostedUi: number }
  /** An address that the Hosted UI's form is filled with. */
  suggestedEmail?: string
}

export const HOUR = 3_600

export interface User {
  sub: string
  username: string
  email: string
}

/** One sign-in: what all its tokens have in common. */
export interface Session {
  user: User
  client: AppClient
  scope: string
  originJti: string
  authTime: number
  nonce: string | undefined
  revoked: boolean
}

export interface RefreshToken {
  session: Session
  expiresAt: number
  /** When it was exchanged for a new one; Unix seconds. */
  rotatedAt?: number
}

export interface Code {
  session: Session
  redirectUri: string
  challenge: string | undefined
  expiresAt: number
}

/** A request the look-alike answered, for tests that check what was sent. */
export interface Seen {
  method: string
  url: URL
  body: URLSearchParams
  text: string
  authorization: string | undefined
  target: string | undefined
}

/** Faults of the provider, set by a test. */
export interface Faults {
  /** The endpoints for servers hang up: token, revoke, keys, discovery, API. */
  down: boolean
  /** How they answer otherwise: late, with something else, or with the beginning of an answer. */
  answers?: 'slow' | 'wrong' | 'half' | undefined
  /** Claims that add to or replace those of the next id tokens. */
  idToken: Record<string, unknown>
  accessToken: Record<string, unknown>
}

export const now = () => Math.floor(Date.now() / 1000)

export function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
