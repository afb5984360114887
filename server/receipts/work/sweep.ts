import type { Offered } from './queue.ts'

const SWEEP_MS = 2_000

export interface SweepDeps {
  /** At most so many of the receipts whose work is due, in turns by person. */
  dueNow(most: number): Promise<Offered[]>
  /** How many are taken at once. */
  batch: number
  offer(due: Offered): Promise<void>
  onError(error: unknown): void
}

/**
 * Looks every two seconds for work that is due and puts it into the queue; where there is more than a batch, again as soon as that
 * is done.
 */
export function createSweep({ dueNow, batch, offer, onError }: SweepDeps) {
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()
  let isStopped = false
  /** A follow-up look waits for a batch to be done. Looks by the timer begin no second one beside it. */
  let isAwaited = false

  /** @param before ids of the batch before this one: if none is new, they fail, and wait for the next regular look */
  async function sweep(before: ReadonlySet<string>) {
    const due = await dueNow(batch)
    const done = Promise.all(due.map(offer))
    const isFresh = due.some(({ id }) => !before.has(id))
    if (isAwaited || due.length < batch || !isFresh) return
    isAwaited = true
    void done.then(() => {
      isAwaited = false
      look(new Set(due.map(({ id }) => id)))
    })
  }

  function look(before: ReadonlySet<string> = new Set()) {
    if (!isStopped) sweeping = sweep(before).catch(onError)
  }

  return {
    start() {
      look()
      timer = setInterval(look, SWEEP_MS)
    },

    /** Works on everything that is due, each receipt once, and resolves when that is done. */
    async drain() {
      const seen = new Set<string>()
      for (;;) {
        const fresh = (await dueNow(batch)).filter(({ id }) => !seen.has(id))
        if (fresh.length === 0) return
        for (const { id } of fresh) seen.add(id)
        await Promise.all(fresh.map(offer))
      }
    },

    async stop() {
      isStopped = true
      clearInterval(timer)
      await sweeping
    },
  }
}
