import { availableParallelism, totalmem } from 'node:os'
import { z } from 'zod'
import { pageTextSchema } from '../../reading/page-text.ts'
import type { PageReader } from '../../reading/ports.ts'
import { createChildPool } from '../../reading/workers/pool.ts'

/** Bytes a process needs for a large receipt; a usual one takes 0.6 GB. */
const MEMORY_OF_A_PROCESS = 1.5e9

export interface PpocrReaderOptions {
  /** The maximum number of processes. Default: as many as cores and memory allow. */
  workers?: number
  /** Milliseconds a reading may take. */
  timeout?: number
  /** Milliseconds without work after which a process is stopped. */
  idle?: number
}

/** The number of concurrent readings that this machine has cores and memory for. */
export function defaultWorkers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return Math.max(1, Math.min(availableParallelism(), Math.floor(memory / MEMORY_OF_A_PROCESS)))
}

const pagesSchema = z.array(pageTextSchema)

/** Reads with PaddleOCR's PP-OCRv4 mobile networks on this machine, one thread per process. */
export function createPpocrReader(options: PpocrReaderOptions = {}): PageReader {
  const pool = createChildPool({
    module: new URL('./child.ts', import.meta.url),
    size: options.workers ?? defaultWorkers(),
    timeout: options.timeout ?? 60_000,
    idle: options.idle ?? 60_000,
  })
  return {
    read: (path, signal) => pool.run('read', path, pagesSchema, { signal }),
    close: pool.close,
  }
}
