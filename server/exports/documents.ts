import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Language } from '../language.ts'
import { siblingModule } from '../sibling-module.ts'
import type { EmployerSheet } from './employer-sheet.ts'
import type { ExportedClaim } from './exported-claim.ts'
import type { PartRow } from './part-rows.ts'

/** A document that takes about a second of CPU time. */
export type DocumentOrder =
  | { kind: 'pdf'; claim: ExportedClaim }
  | { kind: 'xlsx'; claim: ExportedClaim; rows: PartRow[] }
  | { kind: 'employer-sheet'; sheet: EmployerSheet }
  | { kind: 'receipts-xlsx'; rows: PartRow[]; language: Language }

export type MakeDocument = (order: DocumentOrder) => Promise<Buffer>

/** Starting the thread takes as long as a document, so it is kept for the next one, then ended to free its memory. */
const IDLE_MS = 60_000

/** Creates documents one at a time in a worker thread, so that other requests do not wait. */
export function createDocuments(): MakeDocument {
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function make(order: DocumentOrder): Promise<Buffer> {
    clearTimeout(idle)
    thread ??= new Worker(siblingModule('document-worker', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    })
    const worker = thread
    worker.ref()
    try {
      worker.postMessage(order)
      // If a document fails, the thread ends with its error.
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
