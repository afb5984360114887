import type { Clock } from '../clock.ts'
import { createOtherProcesses } from './other-processes.ts'
import type { Change, ChangeBoard } from './ports.ts'

export interface Timings {
  /** Between two looks at the changes of other processes. */
  pollMs: number
  /** Between two checks that the person is still signed in. */
  checkMs: number
  /** Between two signs of life on a stream. */
  heartbeatMs: number
  /** How long changes are collected before they are sent. */
  collectMs: number
}

/** Other processes' changes arrive within 5 s: 3 s here, a second until they are counted, and the way. */
export const TIMINGS: Timings = { pollMs: 3_000, checkMs: 60_000, heartbeatMs: 25_000, collectMs: 200 }

export interface Follower {
  onChange(change: Change): void
  /** The server is shutting down. */
  onEnd(): void
}

interface Deps {
  /** Undefined where one process has the storage to itself. */
  board: ChangeBoard | undefined
  clock: Clock
  timings?: Partial<Timings> | undefined
}

/** Who follows whose changes in this process, and what tells the other processes. */
export function createChanges({ board, clock, timings }: Deps) {
  const { pollMs, ...streams } = { ...TIMINGS, ...timings }
  const followers = new Map<string, Set<Follower>>()
  const others = board && createOtherProcesses({ board, clock, pollMs, tell })

  function tell(userId: string, change: Change) {
    for (const follower of followers.get(userId) ?? []) follower.onChange(change)
  }

  return {
    timings: streams,

    /** Tells everybody who follows this person's changes. */
    announce(userId: string, change: Change) {
      tell(userId, change)
      others?.announce(userId)
    },

    /** How many follow the changes of a person in this process. */
    countFollowers: (userId: string) => followers.get(userId)?.size ?? 0,

    /** Follows the changes of a person. Returns how to stop that. */
    follow(userId: string, follower: Follower): () => void {
      const all = followers.get(userId) ?? new Set()
      if (all.size === 0) others?.follow(userId)
      followers.set(userId, all.add(follower))
      return () => {
        if (!all.delete(follower) || all.size > 0) return
        followers.delete(userId)
        others?.unfollow(userId)
      }
    },

    /** Ends every stream, so that the server can close its connections. */
    end() {
      for (const follower of [...followers.values()].flatMap((all) => [...all])) follower.onEnd()
    },

    /** Waits until the other processes know of every change. */
    close: async () => others?.close(),
  }
}

export type Changes = ReturnType<typeof createChanges>
