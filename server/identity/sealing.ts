import { hkdfSync } from 'node:crypto'
import { EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose'
import type { Clock } from '../clock.ts'
import { openEarlierSeal } from './earlier-seal.ts'

const ALGORITHMS = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] }

export type Sealing = ReturnType<typeof createSealing>

/**
 * Seals short notes that a browser keeps but must neither read nor change, and secrets in the database: encrypted JWTs
 * (A256GCM) with a key for each purpose, derived from SECRET_KEY.
 */
export function createSealing(secretKey: string, { purpose, clock }: { purpose: string; clock: Clock }) {
  const key = new Uint8Array(hkdfSync('sha256', secretKey, 'malaysian-tax-tracker', purpose, 32))

  return {
    /**
     * @param subject what it is sealed for: it opens for nothing else
     * @param expiresAt null: never
     */
    seal(subject: string, claims: JWTPayload, expiresAt: Date | null): Promise<string> {
      const jwt = new EncryptJWT(claims)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setSubject(subject)
      return (expiresAt ? jwt.setExpirationTime(expiresAt) : jwt).encrypt(key)
    },

    /** Undefined when it was not sealed here, was sealed for another subject, was changed or has expired. */
    async open(subject: string, sealed: string): Promise<JWTPayload | undefined> {
      const earlier = openEarlierSeal(key, subject, sealed)
      if (earlier) return earlier.expiresAt > clock.now().getTime() ? earlier : undefined
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          ...ALGORITHMS,
          subject,
          currentDate: clock.now(),
        })
        return payload
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}
