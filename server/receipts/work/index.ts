import type { Receipt } from '../model.ts'
import { createBackoff } from './backoff.ts'
import type { WorkContext, WorkDeps } from './deps.ts'
import { createLeases } from './leases.ts'
import { processReceipt } from './process-receipt.ts'
import { createQueue, type Offered } from './queue.ts'
import { createSweep } from './sweep.ts'

/**
 * Receipts are begun for so many people at once; their pages then take turns in the reader (turns.ts). A person's long
 * file would otherwise keep a place until its last page.
 */
const PEOPLE_AT_ONCE = 4

/**
 * The background work on receipts: they are read, their files are locked, failed uploads are discarded, the trash is
 * emptied. The store's work index says what is due, and a process takes it by a lease. So any number of processes share
 * the work, and one that dies loses none of it. process-receipt.ts shows the steps for one receipt.
 */
export function createWork(deps: WorkDeps) {
  const { store, clock, events, concurrency } = deps
  const leases = createLeases(deps)
  const context: WorkContext = { ...deps, leases, backoff: createBackoff() }
  const limits = { atOnce: PEOPLE_AT_ONCE * concurrency, perPerson: concurrency }
  const queue = createQueue({
    limits,
    run: (id, isStopped) => processReceipt(context, id, isStopped),
    onError: events.workFailed,
  })
  const sweep = createSweep({
    dueNow: (most) => store.due(clock.now(), most),
    batch: limits.atOnce * 2,
    offer: queue.offer,
    onError: events.workFailed,
  })

  return {
    /**
     * Asks for a receipt to be worked on now.
     * @param leased the receipt, where this process holds its lease and the attempt is counted already
     * @returns resolves once it was worked on, or once this process will not do it any more
     */
    offer(receipt: Offered, leased?: Receipt): Promise<void> {
      if (leased && !queue.isStopped()) leases.handOver(leased)
      return queue.offer(receipt)
    },

    /** How many are worked on before a receipt; 0: it is being worked on; undefined: this process does not have it. */
    before: queue.before,

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
