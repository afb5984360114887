import { availableParallelism, totalmem } from 'node:os'
import { z } from 'zod'
import { pageTextSchema } from '../../reading/page-text.ts'
import type { PageReader } from '../../reading/ports.ts'
import { createChildPool } from '../../reading/workers/pool.ts'

/** A process takes 0.6 GB for a usual receipt and up to this for a large one; bytes. */
const MEMORY_OF_A_PROCESS = 1.5e9

export interface PpocrReaderOptions {
  /** Processes at most; as many as cores and memory allow when left out. */
  workers?: number
  /** Milliseconds a reading may take. */
  timeout?: number
  /** Milliseconds after which a process without work is ended. */
  idle?: number
}

/** As many readings at a time as this machine has cores and memory for. */
export function defaultWorkers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return Math.max(1, Math.min(availableParallelism(), Math.floor(memory / MEMORY_OF_A_PROCESS)))
}

const pagesSchema = z.array(pageTextSchema)

/** Reads with PaddleOCR's PP-OCRv4 mobile networks on this machine, one thread a process. */
export function createPpocrReader(options: PpocrReaderOptions = {}): PageReader {
  const pool = createChildPool({
    module: new URL('./child.ts', import.meta.url),
    size: options.workers ?? defaultWorkers(),
    timeout: options.timeout ?? 60_000,
    idle: options.idle ?? 60_000,
  })
  return {
    read: (path, signal) => pool.run('read', path, pagesSchema, signal),
    close: pool.close,
  }
}
