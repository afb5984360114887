import type { Receipt } from '../model.ts'
import type { IntakeDeps } from './deps.ts'

/** How long a plain upload waits for its reading before it is answered without. */
const WAIT_MS = 20_000

/**
 * Has a receipt read and waits for it, but no longer than a person would.
 * @param leased as for Work.offer
 * @returns the receipt as it is by then
 */
export async function waitForReading(
  { store, work, waitMs = WAIT_MS }: Pick<IntakeDeps, 'store' | 'work' | 'waitMs'>,
  receipt: Receipt,
  leased?: Receipt,
): Promise<Receipt> {
  const { promise: timeout, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, waitMs)
  await Promise.race([work.offer(receipt.id, leased), timeout])
  clearTimeout(timer)
  return (await store.find(receipt.userId, receipt.id)) ?? receipt
}
