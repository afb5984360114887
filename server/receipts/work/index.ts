import type { Receipt } from '../model.ts'
import { createBackoff } from './backoff.ts'
import type { WorkContext, WorkDeps } from './deps.ts'
import { createLeases } from './leases.ts'
import { processReceipt } from './process-receipt.ts'
import { createQueue } from './queue.ts'
import { createSweep } from './sweep.ts'

/**
 * Everything that happens to a receipt without anybody asking: it is read, its files are locked, a failed upload is
 * discarded, the trash is emptied. What is due stands in the store's work index and is taken by a lease, so any
 * number of processes share it, and a process that dies loses none of it. The way of one receipt: process-receipt.ts.
 */
export function createWork(deps: WorkDeps) {
  const { store, clock, events, concurrency } = deps
  const leases = createLeases(deps)
  const context: WorkContext = { ...deps, leases, backoff: createBackoff() }
  const queue = createQueue({
    concurrency,
    run: (id, isStopped) => processReceipt(context, id, isStopped),
    onError: events.workFailed,
  })
  const dueNow = () => store.due(clock.now(), concurrency * 2)
  const sweep = createSweep({ dueNow, offer: queue.offer, onError: events.workFailed })

  return {
    /**
     * Asks for a receipt to be worked on now.
     * @param leased the receipt, where this process holds its lease and the attempt is counted already
     * @returns resolves once it was worked on, or once this process will not do it any more
     */
    offer(id: string, leased?: Receipt): Promise<void> {
      if (leased && !queue.isStopped()) leases.handOver(leased)
      return queue.offer(id)
    },

    whileRenewing: leases.whileRenewing,

    /** Starts to look for work that is due. */
    start: sweep.start,

    /** Does all work that is due now, as the sweep would, and waits for it. For tests and maintenance. */
    drain: sweep.drain,

    /** Finishes what runs; what waits stays in the store for the next start. */
    async stop() {
      const finished = queue.stop()
      await sweep.stop()
      await finished
    },
  }
}

export type Work = ReturnType<typeof createWork>
