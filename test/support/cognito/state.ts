import { randomBytes, randomUUID } from 'node:crypto'
import {
  type AppClient,
  type Code,
  now,
  type Options,
  type RefreshToken,
  type Session,
  type User,
} from './model.ts'

const REFRESH_SECONDS = 30 * 86_400
const CODE_SECONDS = 300
/** A Hosted UI cookie signs the browser in again for an hour. */
const SIGN_IN_SECONDS = 3_600

/** The state of the look-alike. */
export function createState(options: Options) {
  const users = new Map<string, User>()
  const codes = new Map<string, Code>()
  const refreshTokens = new Map<string, RefreshToken>()
  const signIns = new Map<string, { user: User; at: number }>()
  /** Every secret it ever issued. */
  const secrets = new Set<string>()

  const secret = (bytes: number) => {
    const text = randomBytes(bytes).toString('base64url')
    secrets.add(text)
    return text
  }

  return {
    secrets,
    client: (id: string | null | undefined) => options.clients.find((client) => client.id === id),
    user(email: string): User {
      const known = users.get(email)
      if (known) return known
      const sub = randomUUID()
      const user = { sub, username: `user-${sub.slice(0, 8)}`, email }
      users.set(email, user)
      return user
    },
    signIn(user: User) {
      const cookie = secret(24)
      signIns.set(cookie, { user, at: now() })
      return cookie
    },
    signedIn(cookie: string | undefined) {
      const found = signIns.get(cookie ?? '')
      return found && now() < found.at + SIGN_IN_SECONDS ? found : undefined
    },
    signOut: (cookie: string | undefined) => signIns.delete(cookie ?? ''),

    newCode(client: AppClient, user: User, authTime: number, query: URLSearchParams) {
      const session: Session = {
        user,
        client,
        authTime,
        scope: query.get('scope') ?? '',
        originJti: randomUUID(),
        nonce: query.get('nonce') ?? undefined,
        revoked: false,
      }
      const code = secret(24)
      codes.set(code, {
        session,
        redirectUri: query.get('redirect_uri') ?? '',
        challenge: query.get('code_challenge') ?? undefined,
        expiresAt: now() + CODE_SECONDS,
      })
      return code
    },
    /** A code works once. */
    takeCode(code: string) {
      const found = codes.get(code)
      codes.delete(code)
      return found && now() < found.expiresAt ? found : undefined
    },

    /** Opaque, and as long as Cognito's. */
    newRefreshToken(session: Session, expiresAt = now() + REFRESH_SECONDS) {
      const token = secret(1_300)
      refreshTokens.set(token, { session, expiresAt })
      return token
    },
    refreshToken: (token: string) => refreshTokens.get(token),
    /** The refresh token, if it still works. */
    alive(token: string) {
      const found = refreshTokens.get(token)
      const grace = options.rotation?.graceSeconds ?? 0
      const isOver =
        !found ||
        found.session.revoked ||
        now() >= found.expiresAt ||
        // Within the grace a second tab may still use the old token; 0 s is no grace.
        (found.rotatedAt !== undefined && (grace === 0 || now() > found.rotatedAt + grace))
      return isOver ? undefined : found
    },
    revokeUser(username: string) {
      const user = [...users.values()].find((u) => u.username === username || u.sub === username)
      for (const { session } of refreshTokens.values()) if (session.user === user) session.revoked = true
      return user
    },
  }
}

export type State = ReturnType<typeof createState>
