import { Worker } from 'node:worker_threads'
import type { ExportedClaim } from './exported-claim.ts'
import type { PartRow } from './rows.ts'

/** A document that takes a second of computing. */
export type DocumentOrder =
  | { kind: 'pdf'; claim: ExportedClaim }
  | { kind: 'xlsx'; claim: ExportedClaim; rows: PartRow[] }

/** Makes a document in a thread of its own, so that nobody waits meanwhile; its memory goes with the thread. */
export function makeDocument(order: DocumentOrder): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), { workerData: order })
  worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the document was not finished (${code})`)))
  return promise
}
