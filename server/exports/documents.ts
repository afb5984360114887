import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ExportedClaim } from './exported-claim.ts'
import type { PartRow } from './rows.ts'

/** A document that takes a second of computing. */
export type DocumentOrder =
  | { kind: 'pdf'; claim: ExportedClaim }
  | { kind: 'xlsx'; claim: ExportedClaim; rows: PartRow[] }

export type MakeDocument = (order: DocumentOrder) => Promise<Buffer>

/** Starting takes as long as a document, so the next one finds it running; then its memory is given back. */
const IDLE_MS = 60_000

/** Makes documents one after the other in a thread of their own, so that nobody else waits meanwhile. */
export function createDocuments(): MakeDocument {
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function make(order: DocumentOrder): Promise<Buffer> {
    clearTimeout(idle)
    thread ??= new Worker(new URL('./document-worker.ts', import.meta.url))
    const worker = thread
    worker.ref()
    try {
      worker.postMessage(order)
      // A document that cannot be made ends the thread with its error.
      const [bytes] = (await once(worker, 'message')) as [Uint8Array]
      worker.unref()
      idle = setTimeout(end, IDLE_MS).unref()
      return Buffer.from(bytes)
    } catch (error) {
      end()
      throw error
    }
  }

  function end() {
    void thread?.terminate()
    thread = undefined
  }

  return (order) => {
    const made = last.then(() => make(order))
    last = made.catch(() => {})
    return made
  }
}
