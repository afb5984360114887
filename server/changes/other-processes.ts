import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Announce } from './announcing.ts'
import { type ChangeBoard, FOLLOWED_MS } from './ports.ts'

const EXTEND_MS = 120_000
/** A burst of changes of one person is counted once in this time. */
const BURST_MS = 1_000
/** Each lasts as long as the storage is waited for. */
const MOST_TRIES = 5

interface Deps {
  board: ChangeBoard
  clock: Clock
  pollMs: number
  /** Tells the followers in this process. */
  tell: Announce
}

/** Exchanges with the other processes that something changed. What fails is made up for by the next look. */
export function createOtherProcesses({ board, clock, pollMs, tell }: Deps) {
  /** The count that the followers in this process know, and what looks for a newer one. */
  const followed = new Map<string, { known: number | undefined; timers: NodeJS.Timeout[] }>()
  /** People whose changes are being counted; `again`: more were made meanwhile. */
  const counting = new Map<string, { again: boolean; done: Promise<void> }>()
  const closing = new AbortController()

  const until = () => new Date(clock.now().getTime() + FOLLOWED_MS)

  async function look(userId: string) {
    const state = followed.get(userId)
    if (!state) return
    // Where the mark could not be made, nobody has counted since.
    const count = state.known === undefined ? await board.follow(userId, until()) : await board.count(userId)
    // The count only grows; a smaller one is from a moment ago.
    if (followed.get(userId) !== state || count === undefined || count <= (state.known ?? -1)) return
    state.known = count
    // The count says that there were changes, not which.
    tell(userId, { receipts: null, facts: true })
  }

  async function count(userId: string, state: { again: boolean }) {
    let failures = 0
    do {
      state.again = false
      const added = await board.add(userId, clock.now()).catch(() => {
        state.again ||= ++failures < MOST_TRIES && !closing.signal.aborted
        return undefined
      })
      const mine = followed.get(userId)
      // The followers in this process were told of it already, if nobody else has counted in between.
      if (mine && added !== undefined && mine.known === added - 1) mine.known = added
      if (!closing.signal.aborted)
        await wait(BURST_MS, undefined, { signal: closing.signal, ref: false }).catch(ignore)
    } while (state.again)
    counting.delete(userId)
  }

  return {
    follow(userId: string) {
      const every = (ms: number, act: () => Promise<void>) =>
        setInterval(() => void act().catch(ignore), ms).unref()
      const state = {
        known: undefined as number | undefined,
        timers: [every(pollMs, () => look(userId)), every(EXTEND_MS, () => board.extend(userId, until()))],
      }
      followed.set(userId, state)
      board.follow(userId, until()).then((known) => {
        state.known ??= known
      }, ignore)
    },

    unfollow(userId: string) {
      for (const timer of followed.get(userId)?.timers ?? []) clearInterval(timer)
      followed.delete(userId)
    },

    announce(userId: string) {
      const running = counting.get(userId)
      if (running) {
        running.again = true
        return
      }
      const state = { again: false, done: Promise.resolve() }
      counting.set(userId, state)
      state.done = count(userId, state)
    },

    async close() {
      closing.abort()
      for (const userId of [...followed.keys()]) this.unfollow(userId)
      await Promise.all([...counting.values()].map(({ done }) => done))
    },
  }
}

function ignore(): undefined {}
