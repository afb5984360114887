import { createTurns, type TurnLimits } from '../../turns.ts'

export interface QueueDeps {
  /** How many are worked on at the same time. */
  limits: TurnLimits
  /** Works on one; `isStopped` says whether to begin nothing new. */
  run(id: string, isStopped: () => boolean): Promise<void>
  onError(error: unknown): void
}

/** Whose receipt it is, and which. */
export interface Offered {
  userId: string
  id: string
}

interface Waiting extends Offered {
  waiters: (() => void)[]
}

/** A queue in memory of receipts to work on, in turns by person, each at most once at a time. */
export function createQueue({ limits, run, onError }: QueueDeps) {
  const turns = createTurns<Waiting>(limits)
  const waiting = new Map<string, Waiting>()
  const running = new Map<string, Promise<void>>()
  /** Asked for again while they run: the run that is under way may not see what it is asked for. */
  const again = new Map<string, Waiting>()
  let stopped = false

  function startNext() {
    for (let next = stopped ? undefined : turns.next(); next; next = turns.next()) {
      const { item, done } = next
      waiting.delete(item.id)
      running.set(item.id, runOne(item, done))
    }
  }

  const runOne = ({ id, waiters }: Waiting, done: () => void) =>
    run(id, () => stopped)
      .catch(onError)
      .then(() => {
        done()
        running.delete(id)
        for (const resolve of waiters) resolve()
        const next = again.get(id)
        again.delete(id)
        if (next) enqueue(next)
        startNext()
      })

  function enqueue(one: Waiting) {
    waiting.set(one.id, one)
    turns.add(one.userId, one)
  }

  return {
    isStopped: () => stopped,

    /** Resolves once it was worked on, or once the queue has stopped. */
    offer({ userId, id }: Offered): Promise<void> {
      if (stopped) return Promise.resolve()
      return new Promise((resolve) => {
        const queued = waiting.get(id) ?? again.get(id)
        const fresh: Waiting = { userId, id, waiters: [resolve] }
        if (queued) queued.waiters.push(resolve)
        else if (running.has(id)) again.set(id, fresh)
        else enqueue(fresh)
        startNext()
      })
    },

    /** How many are worked on before it; 0: it is being worked on; undefined: this process does not have it. */
    before({ userId, id }: Offered): number | undefined {
      return running.has(id) ? 0 : turns.before(userId, (one) => one.id === id)
    },

    /** Starts nothing more. Resolves once what runs has ended. */
    async stop() {
      stopped = true
      for (const { waiters } of [...turns.clear(), ...again.values()])
        for (const resolve of waiters) resolve()
      waiting.clear()
      again.clear()
      await Promise.all(running.values())
    },
  }
}
