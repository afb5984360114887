import { createDecipheriv, createHmac, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { OperationError } from '../ports.ts'

/** The first bytes of such an archive; the last one is the version of the format (docs/keeping.md). */
export const EARLIER_SEAL = Buffer.from('MTTSEAL\x01', 'latin1')
const SALT = 32
const CHECK = 32
const HEADER = EARLIER_SEAL.length + 3 + SALT + CHECK
const CHUNK = 65_536
const TAG = 16

/** A forged header must not exhaust the memory. */
const DEAREST = { log2N: 20, r: 16, p: 4 }

type Bytes = AsyncIterable<Uint8Array>

/**
 * Decrypts an archive that a release before the age format encrypted. A byte is passed on only after it was
 * authenticated, with its position in this file.
 * Rejects with OperationError for a wrong passphrase and for a changed or truncated file.
 */
export async function* unsealEarlier(passphrase: string, sealed: Bytes): AsyncGenerator<Buffer> {
  const source = sealed[Symbol.asyncIterator]()
  const { head, rest } = await readHead(source)
  const key = await keyOf(head, passphrase)
  let index = 0
  for await (const { bytes, last } of inPieces(rest, CHUNK + TAG)) {
    const plain = decrypt(key, index, last, bytes)
    if (!plain) {
      const truncated = last && decrypt(key, index, false, bytes)
      throw new OperationError(
        truncated ? 'The backup is truncated: its end is missing.' : 'The backup is damaged.',
      )
    }
    index++
    yield plain
  }
}

function decrypt(key: Buffer, index: number, last: boolean, bytes: Buffer): Buffer | undefined {
  if (bytes.length < TAG) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last), { authTagLength: TAG })
  decipher.setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()])
  } catch {
    return undefined
  }
}

/**
 * The place of a chunk and whether it is the last one are its nonce, so chunks cannot be moved, repeated or left out
 * (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The key is new for every file.
 */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}

async function keyOf(head: Buffer, passphrase: string): Promise<Buffer> {
  const [log2N = 0, r = 0, p = 0] = head.subarray(EARLIER_SEAL.length)
  const cost = { log2N, r, p }
  const tooDear = log2N > DEAREST.log2N || r > DEAREST.r || p > DEAREST.p
  if (!head.subarray(0, EARLIER_SEAL.length).equals(EARLIER_SEAL) || tooDear || !log2N || !r || !p) {
    throw new OperationError('The backup is damaged, or was made by a newer release.')
  }
  const salt = head.subarray(EARLIER_SEAL.length + 3, HEADER - CHECK)
  const { key, check } = await derive(passphrase, salt, cost)
  if (!timingSafeEqual(check(head.subarray(0, HEADER - CHECK)), head.subarray(HEADER - CHECK))) {
    throw new OperationError('The passphrase is wrong, or the beginning of the backup is damaged.')
  }
  return key
}

async function derive(passphrase: string, salt: Buffer, { log2N, r, p }: typeof DEAREST) {
  const N = 2 ** log2N
  const options = { N, r, p, maxmem: 256 * N * r }
  const secret = await scryptAsync(passphrase.normalize('NFKC'), salt, 64, options)
  return {
    key: secret.subarray(0, 32),
    check: (bytes: Uint8Array) => createHmac('sha256', secret.subarray(32)).update(bytes).digest(),
  }
}

const scryptAsync = (secret: string, salt: Buffer, bytes: number, options: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(secret, salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** Pieces of `size` bytes. The last one is marked and may be shorter. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let kept: Uint8Array[] = []
  let length = 0
  for await (const part of source) {
    kept.push(part)
    length += part.length
    if (length <= size) continue
    const whole = Buffer.concat(kept)
    let from = 0
    for (; length - from > size; from += size) {
      yield { bytes: whole.subarray(from, from + size), last: false }
    }
    kept = [whole.subarray(from)]
    length -= from
  }
  yield { bytes: Buffer.concat(kept), last: true }
}

async function readHead(source: AsyncIterator<Uint8Array>) {
  let read = Buffer.alloc(0)
  while (read.length < HEADER) {
    const { done, value } = await source.next()
    if (done) throw new OperationError('The backup is truncated: its end is missing.')
    read = Buffer.concat([read, value])
  }
  async function* rest() {
    yield read.subarray(HEADER)
    yield* { [Symbol.asyncIterator]: () => source }
  }
  return { head: read.subarray(0, HEADER), rest: rest() }
}
