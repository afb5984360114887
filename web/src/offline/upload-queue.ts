import { v7 as uuid } from 'uuid'
import { sessionHasEnded } from '../api/client.ts'
import { currentConnection, onConnectionChange } from '../api/connection.ts'
import { Problem } from '../api/problem.ts'
import { prepareHashing } from './hash.ts'
import { withLock } from './lock.ts'
import { isUnsent, isWaiting, type QueueEntry } from './queue-entry.ts'
import { canComeRight, FILE_LOST, isFileLost } from './refusals.ts'
import { createTries } from './tries.ts'
import { createUpload } from './upload.ts'
import type { Upload, UploadStore } from './upload-store.ts'
import { createUploadChannel } from './windows.ts'

export interface UploadQueue {
  subscribe(listener: () => void): () => void
  entries(): readonly QueueEntry[]
  /** Settles once `entries` has what is stored on the device. */
  ready: Promise<void>
  /** Adds a receipt a file, or one receipt of several pages. */
  add(files: readonly File[], options?: { asPages?: boolean }): Promise<void>
  /** Adds a page to a receipt that has not been sent yet, or has just been. */
  addPage(id: string, file: File): Promise<void>
  /** Sends a file that was here already all the same. */
  sendKnown(id: string): Promise<void>
  /** Tries at once what waits, however often it has failed. */
  sendNow(): Promise<void>
  /** Sends a refused one once more. */
  retry(id: string): Promise<void>
  /** Takes an entry off the list; an unsent one is gone with it. */
  dismiss(id: string): Promise<void>
  /** Takes everything off the list that is done. */
  clear(): Promise<void>
  /** Takes everything off the list that the server has. */
  removeSent(): Promise<void>
  /** Removes every entry, unsent ones too. */
  removeAll(): Promise<void>
  /** Tells the queue what became of the reading of a receipt. */
  markRead(receiptId: string, isUnreadable: boolean): Promise<void>
  stop(): void
}

interface Deps {
  sub: string
  store: UploadStore
  /** A receipt arrived at the server, or something about it changed. */
  onArrived(receiptId: string): void
  /** Somebody else has signed in in this browser. */
  onOtherPerson(): void
}

/**
 * The receipts of one person on their way to the server, one after another. Each is written to IndexedDB before it is
 * sent and carries an Idempotency-Key, so a lost answer, a reload or a second window never makes two of one.
 */
export function createUploadQueue({ sub, store, onArrived, onOtherPerson }: Deps): UploadQueue {
  const listeners = new Set<() => void>()
  const stopping = new AbortController()
  const { signal } = stopping
  const tries = createTries()
  /** How much is sent of what is being sent, here or in another window. */
  const shares = new Map<string, number>()
  /** What the device has no room for: it is sent as long as this window is open. */
  const unkept = new Map<string, Upload>()
  let entries: readonly QueueEntry[] = []
  let stored: readonly Upload[] = []
  let loads = 0
  let newest = Promise.resolve()
  let isRunning = false
  /** What this window is sending. */
  let sending: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const channel = createUploadChannel((message) => {
    if (message.kind === 'progress') return setShare(message.id, message.share)
    // Whatever another window was sending may have stopped.
    for (const id of shares.keys()) if (id !== sending) shares.delete(id)
    // This window waits for its turn, in case the other one is closed before it has sent everything.
    void load().then(() => {
      if (entries.some((entry) => isWaiting(entry) && tries.isDue(entry.id))) void run()
    })
  })

  function show() {
    const all = [...stored, ...unkept.values()]
    entries = all
      .map((upload): QueueEntry => {
        const progress = shares.get(upload.id)
        return {
          ...upload,
          state: progress !== undefined && upload.state === 'waiting' ? 'sending' : upload.state,
          progress: progress ?? upload.stoppedAt ?? 0,
          isUnkept: unkept.has(upload.id),
        }
      })
      .sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1))
    for (const listener of listeners) listener()
  }

  const find = (id: string): Upload | undefined => unkept.get(id) ?? stored.find((upload) => upload.id === id)

  /** Reads what is stored by now: other windows add and send too. */
  function load(): Promise<void> {
    const turn = ++loads
    const read = async () => {
      const all = await store.all().catch(() => [])
      // A newer reading has begun: what this one found may be older, and what is shown is older still.
      if (turn !== loads) return newest
      if (signal.aborted) return
      stored = all.filter((upload) => upload.sub === sub)
      for (const { id, state } of stored) if (state !== 'waiting') shares.delete(id)
      show()
    }
    newest = read()
    return newest
  }

  function setShare(id: string, share: number | undefined) {
    if (share === undefined) shares.delete(id)
    else shares.set(id, share)
    show()
  }

  async function changed() {
    channel.tell({ kind: 'changed' })
    await load()
  }

  async function put(upload: Upload) {
    try {
      await store.put(upload)
    } catch {
      unkept.set(upload.id, upload)
    }
    await changed()
  }

  async function update(id: string, change: (upload: Upload) => Upload) {
    const inMemory = unkept.get(id)
    if (inMemory) {
      unkept.set(id, change(inMemory))
      return show()
    }
    try {
      await store.update(id, change)
    } catch (error) {
      const before = find(id)
      // A page more may be one too many for the device.
      if (!before || signal.aborted) throw error
      unkept.set(id, change(before))
      await store.remove(id).catch(() => {})
    }
    await changed()
  }

  const upload = createUpload({
    sub,
    signal,
    find,
    update,
    onArrived,
    onProgress(id, share) {
      setShare(id, share)
      channel.tell({ kind: 'progress', id, share })
    },
  })

  /** Sends what waits, oldest first, until nothing is due or the network is gone. */
  async function run() {
    clearTimeout(timer)
    if (isRunning || signal.aborted) return
    isRunning = true
    try {
      // In another window it may be running already; then there is nothing left to do here afterwards.
      await withLock(`uploads:${sub}`, signal, sendDue)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      isRunning = false
    }
    if (signal.aborted) return
    const wait = tries.untilNext(entries.filter(isWaiting).map(({ id }) => id))
    if (wait !== undefined) timer = setTimeout(() => void run(), wait)
  }

  async function sendDue() {
    for (;;) {
      await load()
      const due = entries.filter((entry) => isWaiting(entry) && tries.isDue(entry.id)).at(-1)
      if (!due || signal.aborted || !(await sendOne(due.id))) return
    }
  }

  /** Whether it is worth going on with the next. */
  async function sendOne(id: string): Promise<boolean> {
    sending = id
    try {
      await upload(id)
      tries.succeeded(id)
      return true
    } catch (error) {
      if (signal.aborted) return false
      return await failed(id, error)
    } finally {
      sending = undefined
      setShare(id, undefined)
    }
  }

  async function failed(id: string, error: unknown): Promise<boolean> {
    const problem = error instanceof Problem ? error : new Problem('unexpected', 0)
    if (problem.status === 401) {
      // It waits until this person has signed in again.
      tries.stop()
      sessionHasEnded()
      return false
    }
    if (problem.code === 'other_person') {
      tries.stop()
      onOtherPerson()
      return false
    }
    const reason = { code: isFileLost(error) ? FILE_LOST : problem.code, detail: problem.message }
    if (isFileLost(error) || !canComeRight(problem)) {
      await update(id, (one) => ({ ...one, state: 'refused', problem: reason }))
      return true
    }
    tries.failed(id)
    const share = shares.get(id)
    await update(id, ({ stoppedAt: _, ...one }) => ({
      ...one,
      problem: problem.code === 'offline' ? null : reason,
      ...(share !== undefined && share > 0 && share < 1 && { stoppedAt: share }),
    }))
    return problem.code !== 'offline' && problem.status !== 429
  }

  async function sendNow() {
    tries.forgive()
    await run()
  }
  const tryNow = () => void sendNow()
  const stopListening = onConnectionChange(() => {
    tries.forgiveFew()
    void run()
  })
  window.addEventListener('online', tryNow)
  prepareHashing()?.catch(() => {})
  const ready = load()
  void ready.then(() => removeOld(entries)).then(run)

  async function removeAll(chosen: readonly QueueEntry[]) {
    for (const { id } of chosen) {
      unkept.delete(id)
      await store.remove(id).catch(() => {})
    }
    if (chosen.length > 0) await changed()
  }

  /** The list is of the last day; what was read before is in the receipts. */
  async function removeOld(all: readonly QueueEntry[]) {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString()
    await removeAll(all.filter((entry) => !isUnsent(entry) && entry.addedAt < yesterday))
  }

  async function addOne(files: readonly File[]) {
    await put({
      id: uuid(),
      sub,
      addedAt: new Date().toISOString(),
      pages: files.map(toPage),
      state: 'waiting',
      receiptId: null,
      problem: null,
    })
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    entries: () => entries,
    ready,
    async add(files, { asPages = false } = {}) {
      for (const group of asPages ? [files] : files.map((file) => [file])) await addOne(group)
      // It may be days until they are sent: a browser that needs room must not take it from them.
      if (!currentConnection().isOnline) void navigator.storage?.persist?.()
      void run()
    },
    async addPage(id, file) {
      await update(id, (one) => ({ ...one, pages: [...one.pages, toPage(file)], state: 'waiting' }))
      void run()
    },
    async sendKnown(id) {
      await update(id, ({ known: _, ...one }) => ({
        ...one,
        state: 'waiting',
        receiptId: null,
        isWanted: true,
      }))
      void run()
    },
    sendNow,
    async retry(id) {
      tries.succeeded(id)
      await update(id, (one) => ({ ...one, state: 'waiting', problem: null }))
      void run()
    },
    dismiss: (id) => removeAll(entries.filter((entry) => entry.id === id)),
    clear: () => removeAll(entries.filter((entry) => entry.state === 'done')),
    removeSent: () => removeAll(entries.filter((entry) => !isUnsent(entry))),
    removeAll: () => removeAll(entries),
    async markRead(receiptId, isUnreadable) {
      const entry = entries.find((one) => one.receiptId === receiptId)
      const isNews = entry?.state === 'reading' || entry?.isUnreadable !== isUnreadable
      if (!entry || !isNews || (entry.state !== 'reading' && entry.state !== 'done')) return
      await update(entry.id, (one) => ({ ...one, state: 'done', isUnreadable }))
    },
    stop() {
      clearTimeout(timer)
      window.removeEventListener('online', tryNow)
      stopListening()
      stopping.abort()
      channel.close()
    },
  }
}

const toPage = (file: File) => ({ blob: file, name: file.name, sha256: null, sent: false })
