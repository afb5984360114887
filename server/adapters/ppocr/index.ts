import { availableParallelism, totalmem } from 'node:os'
import { z } from 'zod'
import { eachPage } from '../../reading/each-page.ts'
import { pageTextSchema } from '../../reading/page-text.ts'
import type { PageReader } from '../../reading/ports.ts'
import { createChildPool } from '../../reading/workers/pool.ts'
import { siblingModule } from '../../sibling-module.ts'

/** Bytes a process needs for a large receipt, with room for a picture of 80 megapixels; a usual one takes 0.3 GB. */
const MEMORY_OF_A_PROCESS = 0.8e9

export interface PpocrReaderOptions {
  /** The maximum number of processes. Default: as many as cores and memory allow. */
  workers?: number
  /** Milliseconds the reading of a page may take. */
  timeout?: number
  /** Milliseconds without work after which a process is stopped. */
  idle?: number
}

/** The number of concurrent readings that this machine has cores and memory for. */
export function defaultWorkers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return Math.max(1, Math.min(availableParallelism(), Math.floor(memory / MEMORY_OF_A_PROCESS)))
}

const pageSchema = z.object({ pages: z.int().positive(), text: pageTextSchema })

/** Reads with PaddleOCR's PP-OCRv6 networks on this machine, one thread per process. */
export function createPpocrReader(options: PpocrReaderOptions = {}): PageReader {
  const pool = createChildPool({
    module: siblingModule('child', import.meta.url),
    size: options.workers ?? defaultWorkers(),
    timeout: options.timeout ?? 60_000,
    idle: options.idle ?? 60_000,
    warm: 'warm',
  })
  return {
    /** A page is a task of its own, so a long file takes no more memory, and other people's files get their turn between pages. */
    read: (path, signal, { password, area, person, ...options } = {}) =>
      eachPage(
        (page) => pool.run('read', { path, page, password, area }, pageSchema, { signal, person }),
        options,
        signal,
      ),
    close: pool.close,
  }
}
