import receipts from './001-receipts.ts'
import identity from './002-identity.ts'
import secureDelete from './003-secure-delete.ts'

/** In order; a released one is never changed, only followed by another. */
export const migrations: readonly string[] = [receipts, identity, secureDelete]
