const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000

/** How long a receipt waits for a reader that accepts no work: twice as long each time in a row. */
export function createBackoff() {
  const refusals = new Map<string, number>()
  return {
    /** Counts a refusal. @returns the wait in ms, random so that receipts turned away together do not return together */
    next(id: string): number {
      const count = refusals.get(id) ?? 0
      refusals.set(id, count + 1)
      return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** count) * (0.5 + Math.random() / 2)
    },
    reset: (id: string) => void refusals.delete(id),
  }
}

export type Backoff = ReturnType<typeof createBackoff>
