import type { Receipt } from '../model.ts'
import type { ReceiptStore } from '../ports.ts'

/** Ids of the person's receipts outside the trash that have any of these look-up keys. */
export async function idsWithKeys(
  store: Pick<ReceiptStore, 'withKey'>,
  userId: string,
  keys: string[],
): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const key of keys) for (const id of await store.withKey(userId, key)) ids.add(id)
  return ids
}

/** Ids of the person's other receipts that have any of these look-up keys, sorted. */
export async function relatedReceipts(
  store: Pick<ReceiptStore, 'withKey'>,
  { userId, id }: Receipt,
  keys: string[],
): Promise<string[]> {
  const ids = await idsWithKeys(store, userId, keys)
  ids.delete(id)
  return [...ids].sort()
}
