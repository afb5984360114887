import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { type Faults, HOUR, now, type Options, type Session } from './model.ts'

interface SigningKey {
  kid: string
  key: KeyObject
  /** As published. */
  jwk: Record<string, unknown>
}

/** Issues the look-alike's two kinds of tokens, each with its own key; both keys are published together. */
export function createTokens(issuer: () => string, options: Options, faults: Faults) {
  const seconds = options.tokenSeconds ?? HOUR
  const keys = { access: newKey(), id: newKey() }
  const all: SigningKey[] = [keys.access, keys.id]
  const groups = Array.from({ length: options.groups ?? 0 }, (_, i) => `Taxpayers of the group number ${i}`)

  const common = ({ user, originJti, authTime }: Session) => ({
    sub: user.sub,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: issuer(),
    auth_time: authTime,
    iat: now(),
    exp: now() + seconds,
    ...(options.tokenRevocation !== false && { origin_jti: originJti, jti: randomUUID() }),
  })

  return {
    /** For how long they are valid. */
    seconds,
    /** The public keys. */
    jwks: () => ({ keys: all.map(({ jwk }) => jwk) }),
    signingKey: (use: 'access' | 'id') => keys[use],
    /** Signs with new keys from now on; the old ones stay published for existing tokens. */
    rotateKeys() {
      for (const use of ['access', 'id'] as const) {
        keys[use] = newKey()
        all.push(keys[use])
      }
    },
    accessToken: (session: Session) =>
      jwt(keys.access, {
        ...common(session),
        // No audience and no e-mail; the user name of a federated user is not the sub.
        username: session.user.username,
        client_id: session.client.id,
        token_use: 'access',
        version: 2,
        scope: session.scope,
        ...faults.accessToken,
      }),
    idToken: (session: Session, accessToken: string, nonce: string | undefined) =>
      jwt(keys.id, {
        ...common(session),
        aud: session.client.id,
        token_use: 'id',
        at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
        'cognito:username': session.user.username,
        email: session.user.email,
        email_verified: true,
        ...(nonce !== undefined && { nonce }),
        ...faults.idToken,
      }),
  }
}

export type Tokens = ReturnType<typeof createTokens>

function newKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = `${randomUUID()}=`
  return {
    kid,
    key: privateKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
  }
}

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function jwt({ kid, key }: SigningKey, payload: object) {
  // Cognito writes no `typ`.
  const text = `${b64({ kid, alg: 'RS256' })}.${b64(payload)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}
