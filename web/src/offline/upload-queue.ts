import { v7 as uuid } from 'uuid'
import { json } from '../api/client.ts'
import { isTemporary, Problem } from '../api/problem.ts'
import { hashOf } from './hash.ts'
import { sendFile } from './send.ts'
import type { Upload, UploadStore } from './upload-store.ts'

/** How long a temporary failure waits before the next try, in ms; the network coming back is quicker. */
const RETRY_MS = 15_000

export interface QueueEntry extends Upload {
  /** The part of the page that is sent, 0 to 1, while it is being sent. */
  progress: number
}

export interface UploadQueue {
  subscribe(listener: () => void): () => void
  entries(): readonly QueueEntry[]
  /** Adds a receipt a file, or one receipt of several pages. */
  add(files: File[], options?: { asPages?: boolean }): Promise<void>
  /** Adds a page to a receipt that has not been sent yet, or has just been. */
  addPage(id: string, file: File): Promise<void>
  /** Sends a file that was here already all the same. */
  sendKnown(id: string): Promise<void>
  /** Sends a refused one once more. */
  retry(id: string): Promise<void>
  /** Takes an entry off the list; an unsent one is gone with it. */
  dismiss(id: string): Promise<void>
  /** Tells the queue what became of the reading of a receipt. */
  markRead(receiptId: string): Promise<void>
  stop(): void
}

interface Deps {
  sub: string
  store: UploadStore
  /** A receipt arrived at the server, or something about it changed. */
  onArrived(receiptId: string): void
}

/**
 * The receipts of one person on their way to the server, one after another. Each is written to IndexedDB before it is
 * sent and carries an Idempotency-Key, so a lost answer, a reload or a second tab never makes two of one.
 */
export function createUploadQueue({ sub, store, onArrived }: Deps): UploadQueue {
  const listeners = new Set<() => void>()
  const stopping = new AbortController()
  let entries: readonly QueueEntry[] = []
  let isRunning = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(next: readonly QueueEntry[]) {
    entries = next
    for (const listener of listeners) listener()
  }

  const find = (id: string) => entries.find((entry) => entry.id === id)

  async function change(id: string, values: Partial<Upload>) {
    const before = find(id)
    if (!before) return
    const after = { ...before, ...values, progress: 0 }
    show(entries.map((entry) => (entry.id === id ? after : entry)))
    const { progress: _, ...upload } = after
    await store.put(upload)
  }

  async function load() {
    const mine = (await store.all()).filter((upload) => upload.sub === sub)
    // What was being sent when the page went away is sent again: its key makes that safe.
    const resumed = mine.map((upload) => ({
      ...upload,
      state: upload.state === 'sending' ? ('waiting' as const) : upload.state,
      progress: 0,
    }))
    show(
      [...entries, ...resumed.filter(({ id }) => !find(id))].sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1)),
    )
    void run()
  }

  /** Sends what waits, oldest first, until nothing waits or the network is gone. */
  async function run() {
    if (isRunning) return
    isRunning = true
    clearTimeout(timer)
    try {
      for (;;) {
        const waiting = entries.filter(({ state }) => state === 'waiting').at(-1)
        if (!waiting || stopping.signal.aborted) return
        await sendOne(waiting)
      }
    } catch (error) {
      if (stopping.signal.aborted) return
      if (!isTemporary(error)) throw error
      timer = setTimeout(() => void run(), RETRY_MS)
    } finally {
      isRunning = false
    }
  }

  async function sendOne({ id }: QueueEntry) {
    try {
      await sendPages(id)
    } catch (error) {
      if (stopping.signal.aborted) return
      await change(id, { state: 'waiting' })
      if (!(error instanceof Problem) || isTemporary(error) || error.status === 401) throw error
      await change(id, { state: 'refused', problem: { code: error.code, detail: error.message } })
    }
  }

  async function sendPages(id: string) {
    for (;;) {
      const entry = find(id)
      const index = entry?.pages.findIndex(({ sent }) => !sent) ?? -1
      const page = entry?.pages[index]
      if (!entry || !page) break
      const isAsked = index === 0 && !entry.isWanted && !entry.isTried
      if (isAsked && (await isKnown(entry, page.sha256))) return
      await change(id, { state: 'sending', problem: null, isTried: true })
      const receipt = await sendFile({
        path: index === 0 ? '/receipts/upload' : `/receipts/${entry.receiptId}/files`,
        file: page.blob,
        name: page.name,
        headers: {
          Prefer: 'respond-async',
          ...(index === 0 ? { 'Idempotency-Key': entry.id } : { 'If-Match': `"${entry.version}"` }),
        },
        onProgress: (progress) => show(entries.map((one) => (one.id === id ? { ...one, progress } : one))),
        signal: stopping.signal,
      })
      const pages = (find(id) ?? entry).pages.map((one, at) =>
        // The server has the bytes now; the device need not keep them.
        at === index ? { ...one, blob: new Blob(), sent: true } : one,
      )
      await change(id, { pages, receiptId: receipt.id, version: receipt.version, state: 'reading' })
      onArrived(receipt.id)
    }
  }

  /** A file the person has already is not sent before they say so; the list says which receipt it is. */
  async function isKnown(entry: QueueEntry, sha256: string) {
    const { known } = await json<{ known: { sha256: string; receiptId: string }[] }>(
      `/receipts/known?sha256=${sha256}`,
    )
    const [found] = known
    if (!found || entry.receiptId !== null) return false
    await change(entry.id, { state: 'known', receiptId: found.receiptId })
    return true
  }

  const toPage = async (file: File) => ({
    blob: file,
    name: file.name,
    sha256: await hashOf(file),
    sent: false,
  })

  async function addOne(files: File[]) {
    const upload: Upload = {
      id: uuid(),
      sub,
      addedAt: new Date().toISOString(),
      pages: await Promise.all(files.map(toPage)),
      state: 'waiting',
      receiptId: null,
      version: null,
      problem: null,
    }
    await store.put(upload)
    show([{ ...upload, progress: 0 }, ...entries])
  }

  const resume = () => void run()
  window.addEventListener('online', resume)
  void load()

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    entries: () => entries,
    async add(files, { asPages = false } = {}) {
      for (const group of asPages ? [files] : files.map((file) => [file])) await addOne(group)
      void run()
    },
    async addPage(id, file) {
      const entry = find(id)
      if (!entry) return
      await change(id, { pages: [...entry.pages, await toPage(file)], state: 'waiting' })
      void run()
    },
    async sendKnown(id) {
      await change(id, { state: 'waiting', receiptId: null, isWanted: true })
      void run()
    },
    async retry(id) {
      await change(id, { state: 'waiting', problem: null })
      void run()
    },
    async dismiss(id) {
      await store.remove(id)
      show(entries.filter((entry) => entry.id !== id))
    },
    async markRead(receiptId) {
      const entry = entries.find((one) => one.receiptId === receiptId && one.state === 'reading')
      if (entry) await change(entry.id, { state: 'done' })
    },
    stop() {
      clearTimeout(timer)
      window.removeEventListener('online', resume)
      stopping.abort()
    },
  }
}
