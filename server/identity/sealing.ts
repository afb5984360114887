import { hkdfSync } from 'node:crypto'
import { EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose'
import type { Clock } from '../clock.ts'
import { openEarlierSeal } from './earlier-seal.ts'

const ALGORITHMS = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] }

/** The key that seals, and those that only open what was sealed before it. */
export type SecretKeys = readonly [current: string, ...previous: string[]]

export type Sealing = ReturnType<typeof createSealing>

/**
 * Seals short notes that a browser keeps but must neither read nor change, and secrets in the database: encrypted JWTs
 * (A256GCM) with a key for each purpose, derived from SECRET_KEY.
 */
export function createSealing(secretKeys: SecretKeys, { purpose, clock }: { purpose: string; clock: Clock }) {
  const derived = (secretKey: string) =>
    new Uint8Array(hkdfSync('sha256', secretKey, 'malaysian-tax-tracker', purpose, 32))
  const [current, ...previous] = secretKeys
  const key = derived(current)
  const keys = [key, ...previous.map(derived)]

  async function openWith(opening: Uint8Array, subject: string, sealed: string) {
    const earlier = openEarlierSeal(opening, subject, sealed)
    if (earlier) return earlier.expiresAt > clock.now().getTime() ? earlier : undefined
    try {
      const { payload } = await jwtDecrypt(sealed, opening, {
        ...ALGORITHMS,
        subject,
        currentDate: clock.now(),
      })
      return payload
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }

  /**
   * @param subject what it is sealed for: it opens for nothing else
   * @param expiresAt null: never
   */
  function seal(subject: string, claims: JWTPayload, expiresAt: Date | null): Promise<string> {
    const jwt = new EncryptJWT(claims).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).setSubject(subject)
    return (expiresAt ? jwt.setExpirationTime(expiresAt) : jwt).encrypt(key)
  }

  /** Undefined when it was not sealed here, was sealed for another subject, was changed or has expired. */
  async function open(subject: string, sealed: string): Promise<JWTPayload | undefined> {
    for (const one of keys) {
      const payload = await openWith(one, subject, sealed)
      if (payload) return payload
    }
    return undefined
  }

  return {
    seal,
    open,

    /** As the present key seals it: itself where that is so already. Undefined when it does not open. */
    async resealed(subject: string, sealed: string): Promise<string | undefined> {
      if (await openWith(key, subject, sealed)) return sealed
      const claims = await open(subject, sealed)
      // An expiry is one of the claims, and stays.
      return claims && seal(subject, claims, null)
    },
  }
}
