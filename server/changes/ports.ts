export interface ChangedReceipt {
  id: string
  /** The version it has now; null: it was deleted. */
  version: number | null
}

/** What changed of a person's data. */
export interface Change {
  /** null: nobody knows which, perhaps all. */
  receipts: ChangedReceipt[] | null
  /** Whether the facts or statements of a year changed. */
  facts: boolean
}

/** How long a follower's mark on the change board lasts. A process that dies leaves it for that long. */
export const FOLLOWED_MS = 300_000

/**
 * Tells the processes that share a storage that something of a person changed. It counts changes, and only while
 * somebody follows them, so that a person whom nobody follows costs no writes.
 */
export interface ChangeBoard {
  /** Marks that somebody follows this person's changes until `until`. Resolves to the count of changes so far. */
  follow(userId: string, until: Date): Promise<number>
  /** Moves that mark. Does nothing where it is gone: the person's data was erased. */
  extend(userId: string, until: Date): Promise<void>
  /** The count of changes, perhaps as it was a second ago. Undefined: the mark is gone. */
  count(userId: string): Promise<number | undefined>
  /** Counts one more change if somebody follows them at `now`. Resolves to the count; undefined: nobody follows. */
  add(userId: string, now: Date): Promise<number | undefined>
}
