export interface QueueDeps {
  /** How many run at the same time. */
  concurrency: number
  /** Works on one; `isStopped` says whether to begin nothing new. */
  run(id: string, isStopped: () => boolean): Promise<void>
  onError(error: unknown): void
}

/** A queue in memory of ids to work on, oldest first, each at most once at a time. */
export function createQueue({ concurrency, run, onError }: QueueDeps) {
  const waiting = new Map<string, (() => void)[]>()
  const running = new Map<string, Promise<void>>()
  let stopped = false

  function startNext() {
    for (const [id, waiters] of waiting) {
      if (stopped || running.size >= concurrency) return
      if (running.has(id)) continue
      waiting.delete(id)
      running.set(id, runOne(id, waiters))
    }
  }

  const runOne = (id: string, waiters: (() => void)[]) =>
    run(id, () => stopped)
      .catch(onError)
      .then(() => {
        running.delete(id)
        for (const resolve of waiters) resolve()
        startNext()
      })

  return {
    isStopped: () => stopped,

    /** Resolves once the id was worked on, or once the queue has stopped. */
    offer(id: string): Promise<void> {
      if (stopped) return Promise.resolve()
      return new Promise((resolve) => {
        // An id that is being worked on queues again: the run that is under way may not see what it is asked for.
        waiting.set(id, [...(waiting.get(id) ?? []), resolve])
        startNext()
      })
    },

    /** Starts nothing more. Resolves once what runs has ended. */
    async stop() {
      stopped = true
      for (const waiters of waiting.values()) for (const resolve of waiters) resolve()
      waiting.clear()
      await Promise.all(running.values())
    },
  }
}
