import type { Migration } from '../migrate.ts'
import receipts from './001-receipts.ts'
import identity from './002-identity.ts'
import secureDelete from './003-secure-delete.ts'
import wholePageSizes from './004-whole-page-sizes.ts'
import queue from './005-queue.ts'
import secondLock from './006-second-lock.ts'
import listed from './007-listed.ts'
import shortWords from './008-short-words.ts'

/** In order; a released one is never changed, only followed by another. */
export const migrations: readonly Migration[] = [
  receipts,
  identity,
  secureDelete,
  wholePageSizes,
  queue,
  secondLock,
  listed,
  shortWords,
]
