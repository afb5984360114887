import { findRecord } from './damaged.ts'
import { fileKey } from './lookup-keys.ts'
import { paymentDayOf } from './model.ts'
import type { ReceiptStore } from './ports.ts'

/** A file that a person already has, and the receipt it belongs to. */
export interface KnownFile {
  sha256: string
  receiptId: string
  merchant: string | null
  paidOn: string | null
}

/**
 * Those of some files that a person already has outside the trash, in any role, each with its oldest receipt.
 * @param hashes hex SHA-256 of their bytes
 */
export async function knownFiles(
  store: Pick<ReceiptStore, 'find' | 'withKey'>,
  userId: string,
  hashes: readonly string[],
): Promise<KnownFile[]> {
  const known: KnownFile[] = []
  for (const sha256 of new Set(hashes)) {
    const [id] = (await store.withKey(userId, fileKey(sha256))).sort()
    const receipt = id && (await findRecord(store, userId, id))?.receipt
    if (receipt)
      known.push({ sha256, receiptId: id, merchant: receipt.merchant, paidOn: paymentDayOf(receipt) })
  }
  return known
}
