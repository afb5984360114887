/** What the first wait after a failure is; each one after it is twice as long, in ms. */
const FIRST_MS = 3_000
const LONGEST_MS = 300_000
/** So many failures may have come from one bad moment of the network. */
const FEW = 3

interface Failures {
  count: number
  /** In ms since 1970. */
  dueAt: number
}

/** When an upload that failed is tried again: later each time, so that a server in trouble is left alone. */
export function createTries() {
  const failures = new Map<string, Failures>()
  let isStopped = false

  const isDue = (id: string) => !isStopped && (failures.get(id)?.dueAt ?? 0) <= Date.now()

  return {
    isDue,
    /** Ms until the next of these is due; undefined where none will be. */
    untilNext(ids: string[]): number | undefined {
      if (isStopped || ids.length === 0) return undefined
      const dueAt = Math.min(...ids.map((id) => failures.get(id)?.dueAt ?? 0))
      return Math.max(FIRST_MS, dueAt - Date.now())
    },
    failed(id: string) {
      const count = (failures.get(id)?.count ?? 0) + 1
      const wait = Math.min(FIRST_MS * 2 ** (count - 1), LONGEST_MS)
      // Not all devices of a household at the same moment.
      failures.set(id, { count, dueAt: Date.now() + wait * (0.8 + Math.random() * 0.4) })
    },
    succeeded: (id: string) => void failures.delete(id),
    /** The network has changed: everything is worth a try. */
    forgive() {
      isStopped = false
      failures.clear()
    },
    /** The server can be reached again; what has failed often did not fail because of that. */
    forgiveFew() {
      for (const [id, { count }] of failures) if (count <= FEW) failures.set(id, { count, dueAt: 0 })
    },
    /** Nothing is tried until `forgive`. */
    stop() {
      isStopped = true
    },
  }
}
