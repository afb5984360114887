import type { Receipt } from '../model.ts'
import { LEASE_MS, type ReceiptStore } from '../ports.ts'
import { type RenewalDeps, whileRenewing } from './renewal.ts'

/** A lease with this much left need not be taken again: it is renewed before it ends. */
const ENOUGH_LEFT_MS = 15_000

export interface LeasesDeps extends RenewalDeps {
  store: Pick<ReceiptStore, 'lease' | 'renew' | 'postpone'>
}

/** The leases this process takes, renews and releases. */
export function createLeases(deps: LeasesDeps) {
  const { store, clock, processId } = deps
  /** Receipts saved with a lease of this process and their first attempt counted, by id. */
  const handedOver = new Map<string, Receipt>()
  const in30Seconds = () => new Date(clock.now().getTime() + LEASE_MS)

  async function takeHandedOver(id: string): Promise<Receipt | undefined> {
    const receipt = handedOver.get(id)
    handedOver.delete(id)
    if (!receipt?.work) return undefined
    if (receipt.work.dueAt - clock.now().getTime() > ENOUGH_LEFT_MS) return receipt
    // It waited too long for its turn. The attempt that was counted has not been made.
    await store.postpone(id, { until: clock.now(), by: processId })
    return undefined
  }

  return {
    /** Remembers a receipt that was saved with a lease of this process, so that `take` needs no write. */
    handOver: (leased: Receipt) => void handedOver.set(leased.id, leased),

    /** Takes the lease and counts an attempt. Undefined: nothing is due, or another process has it. */
    take: async (id: string): Promise<Receipt | undefined> =>
      (await takeHandedOver(id)) ??
      (await store.lease(id, { now: clock.now(), until: in30Seconds(), by: processId })),

    /**
     * Releases a lease after an error that says nothing about the receipt: the attempt does not count, and is made
     * again once the lease would have ended. Rejects with that error.
     */
    async releaseAfter(error: unknown, id: string): Promise<never> {
      await store.postpone(id, { until: in30Seconds(), by: processId })
      throw error
    },

    /** Runs a task and renews the lease until it ends (renewal.ts). */
    whileRenewing: <T>(id: string, task: (lost: AbortSignal) => Promise<T>) => whileRenewing(deps, id, task),
  }
}

export type Leases = ReturnType<typeof createLeases>
