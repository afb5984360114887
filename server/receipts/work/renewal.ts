import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import { LEASE_MS, type ReceiptStore } from '../ports.ts'

const RENEW_MS = 10_000

export interface RenewalDeps {
  store: Pick<ReceiptStore, 'renew'>
  events: Pick<Events, 'workFailed'>
  clock: Clock
  /** Unique to this process. */
  processId: string
}

/**
 * Runs a task of any length, and renews the lease of its receipt until it ends.
 * @param task gets a signal that aborts when the lease is lost
 */
export async function whileRenewing<T>(
  { store, events, clock, processId }: RenewalDeps,
  id: string,
  task: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController()
  const renew = () =>
    store.renew(id, { until: new Date(clock.now().getTime() + LEASE_MS), by: processId }).then(
      (isKept) => isKept || lost.abort(),
      // The storage is down for now; the lease may outlast that.
      events.workFailed,
    )
  const timer = setInterval(renew, RENEW_MS)
  try {
    return await task(lost.signal)
  } finally {
    clearInterval(timer)
  }
}
