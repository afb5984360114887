import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'

/** log2 of scrypt's N: 2^17 with r=8 takes 128 MiB and a few tenths of a second (OWASP Password Storage). */
const COST = 17
const BLOCK_SIZE = 8
const KEY_BYTES = 32
const AT_ONCE = 2
const WAITING = 40

/** As `encode` writes it. The cost is bounded: a higher one takes gigabytes. */
const HASH = /^scrypt\$(1?\d|20)\$\d{1,2}\$\d{1,2}\$[\w-]+\$[\w-]{43}$/

/** Whether a stored hash can be compared with a password at all. */
export const isPasswordHash = (stored: string) => HASH.test(stored)

export type Passwords = ReturnType<typeof createPasswords>

/**
 * Hashes and checks passwords, two at a time: each takes so much memory that many at once would exhaust the server.
 * Hashes carry their own cost: `scrypt$17$8$1$salt$key`.
 */
export function createPasswords(cost = COST) {
  let running = 0
  const queue: (() => void)[] = []

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (queue.length >= WAITING) {
        throw new Refusal(
          'too_many_requests',
          say(({ refusals }) => refusals.tooManySigningIn),
          { retryAfter: 10 },
        )
      }
      // The one that finishes hands over its slot, so `running` does not change.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else {
      running++
    }
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }

  async function hash(password: string) {
    const salt = randomBytes(16)
    const key = await inTurn(() =>
      derive(password, salt, { cost, blockSize: BLOCK_SIZE, parallelization: 1 }),
    )
    return encode(salt, key)
  }

  const encode = (salt: Buffer, key: Buffer) =>
    ['scrypt', cost, BLOCK_SIZE, 1, salt.toString('base64url'), key.toString('base64url')].join('$')

  // Matches no password, but takes as long to check.
  const decoy = encode(randomBytes(16), randomBytes(KEY_BYTES))

  return {
    hash,
    /** @param stored undefined when there is no such account: takes as long, and is always false */
    async matches(password: string, stored: string | undefined) {
      // A damaged hash matches no password; its owner can choose a new one.
      const isWhole = stored !== undefined && isPasswordHash(stored)
      const [, n, r, p, salt = '', key = ''] = (isWhole ? stored : decoy).split('$')
      const options = { cost: Number(n), blockSize: Number(r), parallelization: Number(p) }
      const derived = await inTurn(() => derive(password, Buffer.from(salt, 'base64url'), options))
      return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && isWhole
    },
  }
}

/** @param cost log2 of N */
export function derive(
  password: string,
  salt: Buffer,
  { cost, blockSize, parallelization }: { cost: number; blockSize: number; parallelization: number },
): Promise<Buffer> {
  const N = 2 ** cost
  const options: ScryptOptions = { N, r: blockSize, p: parallelization, maxmem: 256 * N * blockSize }
  return new Promise((resolve, reject) => {
    // Keyboards differ in the code points they produce for the same character.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
