import { createDecipheriv } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Opens what releases before encrypted JWTs sealed, so that a sign-in that began before an upgrade can be completed after
 * it: AES-256-GCM with the subject as additional data, around an object or the instant of expiry.
 */
export function openEarlierSeal(key: Uint8Array, subject: string, sealed: string) {
  const bytes = Buffer.from(sealed, 'base64url')
  // The parts of a JWT are separated by dots.
  if (sealed.includes('.') || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(subject))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
  try {
    return claimsOf(Buffer.concat([text, decipher.final()]).toString('utf8'))
  } catch {
    return undefined
  }
}

function claimsOf(text: string): { expiresAt: number } {
  return text.startsWith('{') ? JSON.parse(text) : { expiresAt: Date.parse(text) }
}
