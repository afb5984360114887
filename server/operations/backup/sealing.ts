import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { OperationError } from '../ports.ts'

/** How an encrypted archive begins; the version of the age format follows. */
export const AGE = Buffer.from('age-encryption.org/')
/** log2 of scrypt's N: 128 MB and about a second for each guess (OWASP's advice of 2025). */
const WORK_FACTOR = 17

type Bytes = AsyncIterable<Uint8Array>

/** Encrypts a stream with a passphrase, in the age format: `age --decrypt` opens it. */
export async function* seal(passphrase: string, plain: Bytes): Bytes {
  const age = new Encrypter()
  age.setPassphrase(typed(passphrase))
  age.setScryptWorkFactor(WORK_FACTOR)
  yield* iterable(await age.encrypt(streamOf(plain)))
}

/**
 * Decrypts an age file. A byte is passed on only after it was authenticated, with its position in this file.
 * Rejects with OperationError for a wrong passphrase and for a changed or truncated file.
 */
export async function* unseal(passphrase: string, sealed: Bytes): Bytes {
  const age = new Decrypter()
  age.addPassphrase(typed(passphrase))
  try {
    yield* iterable(await age.decrypt(streamOf(sealed)))
  } catch (error) {
    throw reasonOf(error as NodeJS.ErrnoException)
  }
}

/** The same passphrase in one form, which is the one that most keyboards produce. */
const typed = (passphrase: string) => passphrase.normalize('NFC')

/** The library is typed by the DOM's streams, which are Node's. */
const streamOf = (bytes: Bytes) => ReadableStream.from(bytes) as globalThis.ReadableStream<Uint8Array>
const iterable = (stream: globalThis.ReadableStream<Uint8Array>): Bytes =>
  stream as ReadableStream<Uint8Array>

function reasonOf(error: NodeJS.ErrnoException): Error {
  // An error of this machine.
  if (error.errno !== undefined) return error
  if (error.message.startsWith('no identity matched')) {
    return new OperationError('The passphrase is wrong, or the beginning of the backup is damaged.')
  }
  if (error.message.startsWith('invalid version')) {
    return new OperationError('The backup is damaged, or was made by a newer release.')
  }
  return new OperationError('The backup is damaged, or its end is missing.', { cause: error })
}
