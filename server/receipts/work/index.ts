import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import { ReaderBusyError, ReaderFailedError } from '../../reading/ports.ts'
import type { NotesLookAt } from '../derived/credit-notes.ts'
import type { Concluded } from '../derived/derived-fields.ts'
import { mergeReading } from '../merge-reading.ts'
import type { Receipt } from '../model.ts'
import { type ReceiptStore, type SaveOptions, VersionConflictError } from '../ports.ts'
import type { Retention } from '../retention/index.ts'
import type { Removal } from '../retention/removal.ts'
import { searchablePages } from '../search.ts'
import type { ReadReceipt } from './read-receipt.ts'

/** A lease not renewed for this long belongs to a dead process. */
export const LEASE_MS = 30_000
const RENEW_MS = 10_000
const SWEEP_MS = 2_000
/** A lease that still holds for so long need not be taken anew: it is renewed before it ends. */
const HOLDS_MS = 15_000
/** How long a receipt waits for a reader that takes no work: twice as long each time. */
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000
/** A picture that crashes native code must not be tried for ever. */
export const MAX_ATTEMPTS = 3

export interface WorkDeps {
  store: ReceiptStore
  retention: Retention
  events: Events
  clock: Clock
  /** Unique to this process. */
  processId: string
  readReceipt: ReadReceipt
  notesLookAt: NotesLookAt
  concluded: Concluded
  removal: Removal
  /** Does what another room has waiting under a hidden receipt; false: it is an upload, or a removal. */
  resume(receipt: Receipt): Promise<boolean>
  /** Receipts worked on at the same time. */
  concurrency: number
}

/** What is to be stored. */
interface Change {
  receipt: Receipt
  options: SaveOptions
}

/**
 * Everything that is due: readings, files to hold, uploads to take back, trash to purge. Found in the store's
 * work index, taken by a lease, so that any number of processes share it and none of it is lost with one of them.
 */
export function createWork(deps: WorkDeps) {
  const { store, readReceipt, notesLookAt, concluded, removal, retention } = deps
  const { events, clock, processId, concurrency } = deps
  const waiting = new Map<string, (() => void)[]>()
  const running = new Map<string, Promise<void>>()
  /** Receipts that came with a lease of this process, its attempt counted. */
  const held = new Map<string, Receipt>()
  /** How often in a row the reader took no work. */
  const postponed = new Map<string, number>()
  let sweeper: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()
  let stopped = false

  const until = () => new Date(clock.now().getTime() + LEASE_MS)

  /**
   * Asks for a receipt to be worked on now.
   * @param leased the receipt where this process holds its lease and the attempt is counted
   * @returns resolves when it was worked on, or when it will not be by this process
   */
  function offer(id: string, leased?: Receipt): Promise<void> {
    if (stopped) return Promise.resolve()
    if (leased) held.set(id, leased)
    return new Promise((resolve) => {
      // One that is being worked on waits its turn again: what is asked for now may not be part of that.
      waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      pump()
    })
  }

  function pump() {
    for (const [id, waiters] of waiting) {
      if (stopped || running.size >= concurrency) return
      if (running.has(id)) continue
      waiting.delete(id)
      const done = work(id)
        .catch(events.workFailed)
        .then(() => {
          running.delete(id)
          for (const resolve of waiters) resolve()
          pump()
        })
      running.set(id, done)
    }
  }

  async function work(id: string) {
    for (let given = await takeHeld(id); ; given = undefined) {
      const receipt = given ?? (await store.lease(id, { now: clock.now(), until: until(), by: processId }))
      if (!receipt) return
      if (receipt.status === 'receiving') return finishHidden(receipt)
      if (receipt.trashedAt) return removal.purge(receipt)
      await retention.hold(receipt).catch((error) => giveBack(receipt, error))
      if (receipt.pendingUploads.length > 0 && receipt.unreadFileIds.length === 0)
        return abandonPendingUploads(receipt)
      if (receipt.unreadFileIds.length === 0) return void (await store.finish(receipt, processId))
      if ((receipt.work?.attempts ?? 0) > MAX_ATTEMPTS) return giveUp(receipt)
      const again = await read(receipt)
      if (!again || stopped) return
    }
  }

  async function finishHidden(receipt: Receipt) {
    const renewal = renewing(receipt.id, () => {})
    try {
      if (!(await deps.resume(receipt))) await removal.takeBack(receipt)
    } finally {
      renewal.end()
    }
  }

  async function takeHeld(id: string): Promise<Receipt | undefined> {
    const receipt = held.get(id)
    held.delete(id)
    if (!receipt?.work) return undefined
    if (receipt.work.dueAt - clock.now().getTime() > HOLDS_MS) return receipt
    // It waited too long for its turn; the attempt counted then has not been made.
    await store.postpone(id, { until: clock.now(), by: processId })
    return undefined
  }

  /** What fails here is not the picture's fault: the attempt does not count, and is made again in a while. */
  async function giveBack({ id }: Receipt, error: unknown): Promise<never> {
    await store.postpone(id, { until: until(), by: processId })
    throw error
  }

  /** @returns whether to try again */
  async function read(receipt: Receipt): Promise<boolean> {
    const lost = new AbortController()
    const renewal = renewing(receipt.id, () => lost.abort())
    const begun = performance.now()
    const done = new Set<string>()
    try {
      const { apply, text } = await readReceipt(receipt, lost.signal, (fileId) => done.add(fileId))
      const saved = await settle(receipt, (current) => apply(current, clock.now()), text)
      postponed.delete(receipt.id)
      const seconds = Math.round(performance.now() - begun) / 1000
      if (saved) {
        events.receiptRead(receipt.id, saved.status, seconds)
        await notesLookAt(saved)
      }
      return false
    } catch (error) {
      if (error instanceof ReaderFailedError || error instanceof ReaderBusyError) await strike(receipt, done)
      if (error instanceof ReaderBusyError) {
        await postpone(receipt, error)
        return false
      }
      if (!(error instanceof ReaderFailedError)) return giveBack(receipt, error)
      events.readingFailed(receipt.id, receipt.work?.attempts ?? 0, error.message)
      return !lost.signal.aborted
    } finally {
      renewal.end()
    }
  }

  /** Keeps the lease of this process on a receipt until ended. */
  function renewing(id: string, lost: () => void) {
    const timer = setInterval(() => {
      store.renew(id, { until: until(), by: processId }).then(
        (kept) => kept || lost(),
        // The storage is down for now; the lease may outlast that.
        events.workFailed,
      )
    }, RENEW_MS)
    return { end: () => clearInterval(timer) }
  }

  async function postpone({ id }: Receipt, { message }: ReaderBusyError) {
    const times = postponed.get(id) ?? 0
    postponed.set(id, times + 1)
    // Random, so that what was turned away together does not come back together.
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** times) * (0.5 + Math.random() / 2)
    await store.postpone(id, { until: new Date(clock.now().getTime() + wait), by: processId })
    events.readingPostponed(id, Math.round(wait / 1000), message)
  }

  /** Strikes files off what is to be read: those before one that failed are not read, or paid for, once more. */
  async function strike(leased: Receipt, done: Set<string>) {
    if (done.size === 0) return
    await change(leased, (current) => {
      const unreadFileIds = current.unreadFileIds.filter((fileId) => !done.has(fileId))
      return { receipt: { ...current, unreadFileIds }, options: {} }
    })
  }

  /** Saves what the work came to. @param text of its pages, where they were read */
  function settle(leased: Receipt, outcome: (receipt: Receipt) => Receipt, text?: string) {
    const options: SaveOptions = text === undefined ? {} : { pageText: searchablePages(text) }
    return change(leased, async (current) => {
      const receipt = await concluded(outcome(current), text)
      return { receipt, options: { ...options, work: afterwards(receipt) } }
    })
  }

  /** Saves a change of the newest version, unless the work has passed to somebody else. */
  async function change(leased: Receipt, how: (current: Receipt) => Change | Promise<Change>) {
    let current: Receipt | undefined = leased
    while (current?.work?.by === processId) {
      try {
        const { receipt, options } = await how(current)
        return await store.save(receipt, options)
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
        current = error.current
      }
    }
    return undefined
  }

  /** A file being added in the meantime still needs somebody to look whether it arrives. */
  const afterwards = ({ pendingUploads }: Receipt) =>
    pendingUploads.length === 0
      ? null
      : { attempts: 0, dueAt: clock.now().getTime() + 2 * LEASE_MS, by: null }

  async function abandonPendingUploads(receipt: Receipt) {
    await removal.removePendingUploads(receipt)
    await settle(receipt, (current) => ({ ...current, pendingUploads: [] }))
  }

  async function giveUp(receipt: Receipt) {
    const unreadable = (current: Receipt) =>
      mergeReading(current, null, [], { now: clock.now(), unreadableReason: 'reading_failed' })
    await settle(receipt, unreadable)
  }

  async function sweep() {
    for (const { id } of await store.due(clock.now(), concurrency * 2)) void offer(id)
  }

  return {
    offer,
    renewing,
    /** Removes a receipt and its files. */
    remove: removal.remove,

    /** Begins to look for work that is due. */
    start() {
      const tick = () => {
        sweeping = sweep().catch(events.workFailed)
      }
      tick()
      sweeper = setInterval(tick, SWEEP_MS)
    },

    /** Finishes what runs; what waits stays in the store for the next start. */
    async stop() {
      stopped = true
      clearInterval(sweeper)
      for (const waiters of waiting.values()) for (const resolve of waiters) resolve()
      waiting.clear()
      await sweeping
      await Promise.all(running.values())
    },
  }
}

export type Work = ReturnType<typeof createWork>
