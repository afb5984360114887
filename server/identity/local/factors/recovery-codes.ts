import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { derive } from '../passwords.ts'

export const RECOVERY_CODES = 10
/** Digits only, as in codes of an app, so that phones show the keys with digits for both; 53 bits. */
const LENGTH = 16
/** log2 of scrypt's N: less than for passwords, because nobody chooses a code. */
const COST = 14
const OPTIONS = { blockSize: 8, parallelization: 1 }
const HASH = /^scrypt\$(\d{1,2})\$8\$1\$([\w-]{22})\$([\w-]{43})$/

export const isRecoveryCodeHash = (stored: string) => HASH.test(stored)

/** A new set in groups of four, such as `4071-9925-3308-1746`, and its hashes. */
export async function newRecoveryCodes(cost = COST): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  // One salt for the set, so that what is typed is hashed once and not once for each code.
  const salt = randomBytes(16)
  const hashes: string[] = []
  for (const code of codes) {
    const key = await derive(plain(code), salt, { ...OPTIONS, cost })
    hashes.push(['scrypt', cost, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$'))
  }
  return { codes, hashes }
}

/** Which of the stored hashes belongs to what was typed, with or without hyphens. */
export async function matchingHash(typed: string, hashes: readonly string[]): Promise<string | undefined> {
  const code = plain(typed)
  if (code.length !== LENGTH) return undefined
  const derived = new Map<string, Buffer>()
  for (const hash of hashes) {
    const [, cost = '', salt = '', key = ''] = HASH.exec(hash) ?? []
    if (!key) continue
    const known = derived.get(`${cost}$${salt}`)
    const own =
      known ?? (await derive(code, Buffer.from(salt, 'base64url'), { ...OPTIONS, cost: Number(cost) }))
    derived.set(`${cost}$${salt}`, own)
    if (timingSafeEqual(own, Buffer.from(key, 'base64url'))) return hash
  }
  return undefined
}

function newCode() {
  const digits = Array.from({ length: LENGTH }, () => randomInt(10)).join('')
  return (digits.match(/.{4}/g) ?? []).join('-')
}

const plain = (code: string) => code.replace(/[\s-]/g, '')
