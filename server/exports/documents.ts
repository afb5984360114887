import { z } from 'zod'
import type { Language } from '../language.ts'
import { ReaderFailedError } from '../reading/ports.ts'
import { type ChildPool, createChildPool } from '../reading/workers/pool.ts'
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

/** A year of tens of thousands of receipts takes a minute. */
const LONGEST_MS = 600_000
/** Starting the process takes as long as a document, so it is kept for the next one. */
const IDLE_MS = 60_000

/** V8 would rather take 200 MB than collect what a document leaves behind. */
const SMALL_HEAP = ['--max-semi-space-size=4', '--heap-growing-percent=40']

/** Documents are made one at a time in a process of their own: what it needs, 90 MB, is all free again once it ends. */
export const createDocumentPool = (): ChildPool =>
  createChildPool({
    module: siblingModule('document-child', import.meta.url),
    size: 1,
    timeout: LONGEST_MS,
    idle: IDLE_MS,
    execArgv: SMALL_HEAP,
  })

const bytes = z.instanceof(Uint8Array)

export const createDocuments =
  (pool: ChildPool): MakeDocument =>
  async (order) => {
    try {
      return Buffer.from(await pool.run('make', order, bytes))
    } catch (error) {
      // The pool's words are about reading.
      if (!(error instanceof ReaderFailedError)) throw error
      throw new Error(`no document (${order.kind}) could be made`, { cause: error })
    }
  }
