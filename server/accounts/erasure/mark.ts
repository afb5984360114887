import { storedKeys } from '../../stored-keys.ts'
import type { TaxpayerItems } from '../../taxpayer/ports.ts'

export const MARK_KEY = storedKeys.erasing.of()

/** Stored for a person while everything of theirs is being erased. */
export interface Mark {
  /** The id of the hidden receipt by which the work index finds the erasure. */
  job: string
  username: string | null
  pass: 'first' | 'last'
  /**
   * The last day on which the file store keeps some of it locked, once deletion was tried; null when all is gone. The
   * name is as stored by earlier releases; elsewhere it is `lockedUntil`.
   */
  heldUntil?: string | null
}

/** Undefined: nothing of this person is being erased. */
export async function markOf(items: Pick<TaxpayerItems, 'find'>, userId: string): Promise<Mark | undefined> {
  const found = await items.find(userId, MARK_KEY)
  return found?.data as Mark | undefined
}

export async function putMark(items: Pick<TaxpayerItems, 'put'>, userId: string, mark: Mark): Promise<void> {
  await items.put(userId, MARK_KEY, mark, 'any')
}
