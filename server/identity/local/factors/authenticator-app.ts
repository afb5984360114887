import type { Secret } from 'otpauth'

/** What every authenticator app takes (RFC 6238): a new code of six digits every 30 seconds. */
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** As RFC 4226 recommends, the length of the hash. */
const SECRET_BYTES = 20
/** Steps a clock may be fast or slow. */
const DRIFT = 1
const ISSUER = 'Malaysian Tax Tracker'

/** Loaded when somebody uses a code: most servers start and end without one. */
const library = () => import('otpauth')

/** A new shared secret, in Base32. */
export async function newSecret(): Promise<string> {
  const { Secret } = await library()
  return new Secret({ size: SECRET_BYTES }).base32
}

/** The address in the QR code. @param label whose account it is */
export async function keyUri(secret: string, label: string): Promise<string> {
  const { TOTP } = await library()
  return new TOTP({ ...SETTINGS, issuer: ISSUER, label, secret }).toString()
}

/** The time step that a code belongs to; undefined where it belongs to none within the drift. */
export async function stepOf(typed: string, base32: string, now: Date): Promise<number | undefined> {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const { Secret, TOTP } = await library()
  const secret: Secret = Secret.fromBase32(base32)
  const timestamp = now.getTime()
  const delta = TOTP.validate({ ...SETTINGS, secret, token, timestamp, window: DRIFT })
  return delta === null ? undefined : TOTP.counter({ period: SETTINGS.period, timestamp }) + delta
}
