import { generateKeyPair, type JsonWebKey, randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { storageError } from '../../errors.ts'

/** A private RSA key as a JWK, for RS256. */
export type SigningKey = JsonWebKey & { kty: 'RSA'; kid: string; alg: 'RS256'; use: 'sig' }

export type KeyFiles = ReturnType<typeof createKeyFiles>

/**
 * Keys that are made once and kept with the data, readable by the server's user only.
 * Rejects with StorageFullError or StorageUnavailableError, or when a key file is damaged.
 */
export function createKeyFiles(folder: string) {
  /** A random text of 256 bits. */
  async function secret(name: string) {
    const text = (await kept(name, async () => randomBytes(32).toString('base64url'))).trim()
    if (!isWholeSecret(text)) throw new Error(`the key file ${join(folder, name)} is damaged`)
    return text
  }

  async function signingKey(name: string): Promise<SigningKey> {
    const text = await kept(`${name}.json`, newSigningKey)
    const key = parseSigningKey(text)
    if (key) return key
    throw new Error(`the key file ${join(folder, `${name}.json`)} is damaged`)
  }

  async function kept(name: string, make: () => Promise<string>) {
    const path = join(folder, name)
    try {
      return await readFile(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw storageError(error)
    }
    const text = await make()
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await chmod(folder, 0o700)
      await writeWhole(path, text)
    } catch (error) {
      throw storageError(error)
    }
    return text
  }

  /** The file is there with all of its text or not at all, also after a power cut. */
  async function writeWhole(path: string, text: string) {
    const unfinished = `${path}.${randomUUID()}`
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    const directory = await open(folder)
    await directory.sync().finally(() => directory.close())
  }

  return { secret, signingKey }
}

export const isWholeSecret = (text: string) => text.trim().length >= 32

export function parseSigningKey(text: string): SigningKey | undefined {
  try {
    const key = JSON.parse(text) as SigningKey
    return key.kty === 'RSA' && key.d && key.kid ? key : undefined
  } catch {
    // The parser's own words would show a piece of the key.
    return undefined
  }
}

async function newSigningKey() {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const jwk = privateKey.export({ format: 'jwk' })
  return JSON.stringify({ ...jwk, kid: randomBytes(12).toString('base64url'), alg: 'RS256', use: 'sig' })
}
