import { findRecord } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import type { IntakeDeps } from './deps.ts'

/** How long a plain upload waits for its reading before it is answered without. */
const WAIT_MS = 20_000

export interface WaitOptions {
  /** As for Work.offer. */
  leased?: Receipt | undefined
  /** Aborts when the client disconnects. */
  signal?: AbortSignal | undefined
}

/**
 * Has a receipt read and waits for it, but no longer than a person would or the client stays connected. The receipt is
 * stored, so it is read in any case.
 * @returns the receipt as it is by then
 */
export async function waitForReading(
  { store, work, waitMs = WAIT_MS }: Pick<IntakeDeps, 'store' | 'work' | 'waitMs'>,
  receipt: Receipt,
  { leased, signal }: WaitOptions = {},
): Promise<Receipt> {
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  const stopWaiting = () => resolve()
  const timer = setTimeout(stopWaiting, waitMs)
  signal?.addEventListener('abort', stopWaiting)
  if (signal?.aborted) stopWaiting()
  await Promise.race([work.offer(receipt, leased), enough])
  clearTimeout(timer)
  signal?.removeEventListener('abort', stopWaiting)
  return (await findRecord(store, receipt.userId, receipt.id))?.receipt ?? receipt
}
