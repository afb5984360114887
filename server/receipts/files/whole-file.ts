import { buffer } from 'node:stream/consumers'
import { StorageUnavailableError } from '../../errors.ts'
import type { FileStore } from '../ports.ts'

/** A connection may break in the middle of a file; of an export of thousands one does. */
const TRIES = 3

/** All bytes of a file; undefined: it is not there. Rejects with StorageUnavailableError where it breaks off each time. */
export async function wholeFile(files: Pick<FileStore, 'open'>, key: string): Promise<Buffer | undefined> {
  for (let tried = 1; ; tried++) {
    const found = await files.open(key)
    if (!found) return undefined
    try {
      return await buffer(found.stream)
    } catch (cause) {
      if (tried === TRIES) throw new StorageUnavailableError('a file broke off while it was read', { cause })
    }
  }
}
