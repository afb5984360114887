import { setImmediate } from 'node:timers/promises'
import { FOLLOWED_MS } from '../../changes/ports.ts'
import type { Clock } from '../../clock.ts'
import { prefetch } from '../../prefetch.ts'
import { storedKeys } from '../../stored-keys.ts'
import { createChangeBoard } from './change-board.ts'
import type { Dynamo } from './database.ts'
import { unpack } from './packing.ts'
import { taxpayerItems } from './taxpayer-items.ts'

/** What a receipt is searched by: its own fields and the text of its pages. */
export interface SearchedText {
  id: string
  fields: string
  pages: string
}

/** The texts of one person that were read, newest upload first. */
interface Kept {
  texts: SearchedText[]
  /** Whether these are all, and not only the newest. */
  isWhole: boolean
  chars: number
  /** The count of the person's changes from before the first text was read. */
  changes: Promise<number>
  until: number
  /** Drops them when nobody searches any more. */
  timer: NodeJS.Timeout
}

/** Shorter than FOLLOWED_MS, because the clock of a process that makes changes may be ahead. */
const KEPT_MS = 120_000
/** Of everybody together; 20,000 receipts have as many. */
const MOST_CHARS = 32_000_000
/** Texts are unpacked by other threads, which have nothing to do while one waits for another. */
const UNPACKED_AT_ONCE = 64
/** Texts in memory that are gone through in one go; other requests are answered in between. */
const SLICE = 2_000

export type SearchTexts = ReturnType<typeof createSearchTexts>

/**
 * The texts that searches go through. To read all texts of a person takes time and read units for each receipt, so what
 * was read is kept for two minutes. Before it is used again, the change board says whether another process has changed a
 * receipt since.
 */
export function createSearchTexts(dynamo: Dynamo, clock: Clock) {
  const board = createChangeBoard(dynamo)
  /** By person; who searched last stands last. */
  const kept = new Map<string, Kept>()
  let chars = 0

  function drop(userId: string) {
    const dropped = kept.get(userId)
    if (!dropped) return
    clearTimeout(dropped.timer)
    chars -= dropped.chars
    kept.delete(userId)
  }

  /** What is kept of a person, if it is still right; otherwise what will be kept, with no text yet. */
  async function current(userId: string): Promise<Kept> {
    const known = kept.get(userId)
    if (!known || known.until <= clock.now().getTime()) return begin(userId)
    const [changes, now] = await Promise.all([known.changes, board.count(userId)])
    if (now !== changes || kept.get(userId) !== known) return begin(userId)
    kept.delete(userId)
    kept.set(userId, known)
    return known
  }

  async function begin(userId: string): Promise<Kept> {
    const now = clock.now().getTime()
    const made: Kept = {
      texts: [],
      isWhole: false,
      chars: 0,
      changes: board.follow(userId, new Date(now + FOLLOWED_MS)),
      until: now + KEPT_MS,
      timer: setTimeout(dropIfKept, KEPT_MS).unref(),
    }
    function dropIfKept() {
      if (kept.get(userId) === made) drop(userId)
    }
    drop(userId)
    // Before the first text is read, so that a change in this process drops what was read before it.
    kept.set(userId, made)
    await made.changes.catch((error: unknown) => {
      dropIfKept()
      throw error
    })
    return made
  }

  function keep(found: Kept, text: SearchedText) {
    const more = text.fields.length + text.pages.length
    found.texts.push(text)
    found.chars += more
    chars += more
    for (const [leastRecent] of kept) {
      if (chars <= MOST_CHARS) return
      drop(leastRecent)
    }
  }

  /** @param consistent what was written a moment ago is not missing, which it would be for as long as it is kept */
  const stored = (userId: string, before: string | undefined, consistent: boolean) =>
    prefetch(
      taxpayerItems(dynamo, userId, storedKeys.text.prefix, {
        before: before === undefined ? undefined : storedKeys.text.of(before),
        consistent,
      }),
      UNPACKED_AT_ONCE,
      async (item): Promise<SearchedText> => {
        const [fields, pages] = await Promise.all([textOf(item.fields), textOf(item.pages)])
        return { id: storedKeys.text.rest(item.item), fields, pages }
      },
    )

  /** All texts, first those that are kept; the others are kept once they are read. */
  async function* all(userId: string, found: Kept): AsyncGenerator<SearchedText> {
    let last: string | undefined
    for (const [number, text] of found.texts.entries()) {
      if (number % SLICE === SLICE - 1) await setImmediate()
      last = text.id
      yield text
    }
    if (found.isWhole) return
    // Another search may be reading the same ones: only what follows the last of them is kept.
    const isNext = () => kept.get(userId) === found && found.texts.at(-1)?.id === last
    for await (const text of stored(userId, last, true)) {
      if (isNext()) keep(found, text)
      last = text.id
      yield text
    }
    if (isNext()) found.isWhole = true
  }

  return {
    /**
     * A person's texts, newest upload first. Reads no further than its caller goes.
     * @param before id of a receipt: only older ones
     */
    async *of(userId: string, before?: string): AsyncGenerator<SearchedText> {
      // Where nobody can be asked for changes, nothing is kept.
      const found = await current(userId).catch(() => undefined)
      const last = found?.texts.at(-1)?.id
      const isBeyond = before !== undefined && !found?.isWhole && (last === undefined || last > before)
      if (!found || isBeyond) {
        yield* stored(userId, before, false)
        return
      }
      for await (const text of all(userId, found)) {
        if (before === undefined || text.id < before) yield text
      }
    },

    /** To be called after every change of what a person's receipts are searched by. */
    forget: drop,

    /** Has the other processes forget them too: for a change that nobody announces. */
    async tellOthers(userId: string) {
      await board.add(userId, clock.now()).catch(() => {})
    },
  }
}

/** A text that cannot be read is not found; its receipt is listed all the same. */
const textOf = async (packed: unknown) => (packed instanceof Uint8Array ? unpack(packed).catch(() => '') : '')
