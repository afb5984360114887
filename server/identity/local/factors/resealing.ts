import type { Sealing } from '../../sealing.ts'
import type { FactorStore } from './ports.ts'

type Store = Pick<FactorStore, 'apps' | 'replaceSecret'>

/**
 * Seals the secrets of authenticator apps with the present key, so that the key before it can be forgotten.
 * @returns how many were sealed anew, and how many none of the keys opens
 */
export async function resealApps(store: Store, sealing: Pick<Sealing, 'resealed'>) {
  const count = { resealed: 0, unreadable: 0 }
  for (const { accountId, secret } of store.apps()) {
    const present = await sealing.resealed(accountId, secret)
    if (present === undefined) count.unreadable++
    else if (present !== secret && store.replaceSecret(accountId, secret, present)) count.resealed++
  }
  return count
}
