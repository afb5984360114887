/** How much of what waits may be under way at once. */
export interface TurnLimits {
  /** Of everybody together. */
  atOnce: number
  /** Of one person. */
  perPerson: number
  /** Of one person while nobody else has had anything to do for ten minutes. Default: `perPerson`. */
  alone?: number
}

/** Milliseconds for which somebody who had a turn counts as being there. */
const ABOUT_MS = 600_000

interface Queue<T> {
  waiting: T[]
  running: number
  /** When the last turn was, in ms of the clock, and its number; below zero, in the order of arrival, before the first. */
  lastAt: number
  last: number
}

/**
 * What waits, in turns by person and not first come, first served: next is whoever has the least under way, and among
 * these whoever has not had a turn for longest. So a thousand receipts of one person delay another's by one.
 * @param clock milliseconds that never go back
 */
export function createTurns<T>(limits: TurnLimits, clock: () => number = () => performance.now()) {
  const { atOnce, perPerson, alone = perPerson } = limits
  const queues = new Map<string, Queue<T>>()
  let running = 0
  let turns = 0
  let arrivals = Number.MIN_SAFE_INTEGER

  function queueOf(person: string): Queue<T> {
    const found = queues.get(person)
    if (found) return found
    const made = { waiting: [], running: 0, lastAt: clock(), last: arrivals++ }
    queues.set(person, made)
    return made
  }

  /** Forgets who has had nothing to do for long. */
  function forget() {
    const since = clock() - ABOUT_MS
    for (const [person, queue] of queues) {
      if (queue.waiting.length === 0 && queue.running === 0 && queue.lastAt < since) queues.delete(person)
    }
  }

  const isBefore = (one: Queue<T>, other: Queue<T>) =>
    one.running === other.running ? one.last < other.last : one.running < other.running

  return {
    add: (person: string, item: T) => void queueOf(person).waiting.push(item),

    /** Takes what is next, if anything may begin now. Its `done` is called once it has ended. */
    next(): { item: T; done: () => void } | undefined {
      if (running >= atOnce) return undefined
      forget()
      const most = queues.size > 1 ? perPerson : alone
      let chosen: Queue<T> | undefined
      for (const queue of queues.values()) {
        if (queue.waiting.length === 0 || queue.running >= most) continue
        if (!chosen || isBefore(queue, chosen)) chosen = queue
      }
      if (!chosen) return undefined
      const queue = chosen
      const item = queue.waiting.shift() as T
      Object.assign(queue, { running: queue.running + 1, last: turns++, lastAt: clock() })
      running++
      let isDone = false
      const done = () => {
        if (isDone) return
        isDone = true
        running--
        queue.running--
        queue.lastAt = clock()
      }
      return { item, done }
    },

    /** How many people have something to do, or had within ten minutes. */
    people: () => queues.size,

    /** Removes what waits. False: it does not. */
    remove(person: string, item: T): boolean {
      const waiting = queues.get(person)?.waiting
      const at = waiting?.indexOf(item) ?? -1
      if (at >= 0) waiting?.splice(at, 1)
      return at >= 0
    },

    /** How much ends or begins before this, if nothing is added; undefined: it does not wait. */
    before(person: string, isIt: (item: T) => boolean): number | undefined {
      const own = queues.get(person)
      const index = own?.waiting.findIndex(isIt) ?? -1
      if (!own || index < 0) return undefined
      let count = running + index
      for (const [name, { waiting, ...other }] of queues) {
        if (name === person) continue
        const first = isBefore({ waiting, ...other }, own) ? 1 : 0
        count += Math.min(waiting.length, index + first)
      }
      return count
    },

    /** Removes and returns all that waits. */
    clear: (): T[] => [...queues.values()].flatMap(({ waiting }) => waiting.splice(0)),
  }
}

/** The items in turns by person, each person's in the order given. */
export function inTurns<T>(items: readonly T[], personOf: (item: T) => string): T[] {
  const seen = new Map<string, number>()
  return items
    .map((item, at) => {
      const turn = seen.get(personOf(item)) ?? 0
      seen.set(personOf(item), turn + 1)
      return { item, at, turn }
    })
    .sort((one, other) => one.turn - other.turn || one.at - other.at)
    .map(({ item }) => item)
}
