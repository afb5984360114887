import type { Offered } from './queue.ts'

const SWEEP_MS = 2_000

export interface SweepDeps {
  /** Some of the receipts whose work is due, in turns by person. */
  dueNow(): Promise<Offered[]>
  offer(due: Offered): Promise<void>
  onError(error: unknown): void
}

/** Looks every two seconds for work that is due and puts it into the queue. */
export function createSweep({ dueNow, offer, onError }: SweepDeps) {
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()

  async function sweep() {
    for (const due of await dueNow()) void offer(due)
  }

  return {
    start() {
      const tick = () => {
        sweeping = sweep().catch(onError)
      }
      tick()
      timer = setInterval(tick, SWEEP_MS)
    },

    /** Works on everything that is due, each receipt once, and resolves when that is done. */
    async drain() {
      const seen = new Set<string>()
      for (;;) {
        const fresh = (await dueNow()).filter(({ id }) => !seen.has(id))
        if (fresh.length === 0) return
        for (const { id } of fresh) seen.add(id)
        await Promise.all(fresh.map(offer))
      }
    },

    async stop() {
      clearInterval(timer)
      await sweeping
    },
  }
}
