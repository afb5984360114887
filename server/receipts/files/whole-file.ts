import { buffer } from 'node:stream/consumers'
import { StorageUnavailableError } from '../../errors.ts'
import type { FileStore } from '../ports.ts'

/** A connection can break in the middle of a file; in an export of thousands of files it will. */
const TRIES = 3

/** Reads a whole file. Undefined: it does not exist. Rejects with StorageUnavailableError if every try breaks off. */
export async function wholeFile(files: Pick<FileStore, 'open'>, key: string): Promise<Buffer | undefined> {
  for (let tried = 1; ; tried++) {
    const found = await files.open(key)
    if (!found) return undefined
    try {
      return await buffer(found.stream)
    } catch (cause) {
      if (tried === TRIES) throw new StorageUnavailableError('a file could not be read to its end', { cause })
    }
  }
}
