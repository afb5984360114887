import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { fileFactsSchema, type PageTools, pageFileTypes, renderedPageSchema } from '../ports.ts'
import { type ChildPool, createChildPool } from '../workers/pool.ts'

export interface PageToolsOptions {
  /** The maximum number of processes. */
  workers?: number
  /** Milliseconds a file may take. */
  timeout?: number
  /** Runs the tasks of tasks.ts; by default in child processes. */
  pool?: ChildPool
}

/** A file with pages has a size; only an e-invoice has none. */
const pageFactsSchema = fileFactsSchema.extend({
  type: z.enum(pageFileTypes),
  width: z.int().positive(),
  height: z.int().positive(),
})
const renderedPagesSchema = z.array(renderedPageSchema)
const bytesSchema = z.instanceof(Uint8Array)

/** PageTools in child processes. */
export function createPageTools(options: PageToolsOptions = {}): PageTools {
  const pool = options.pool ?? createPool(options)
  return {
    inspect: (path, use = 'read') => pool.run('inspect', { path, use }, pageFactsSchema),
    render: (path, signal) => pool.run('render', path, renderedPagesSchema, signal),
    // Bytes cross the channel as a plain Uint8Array.
    thumbnail: async (path, size) => Buffer.from(await pool.run('thumbnail', { path, size }, bytesSchema)),
    close: pool.close,
  }
}

function createPool({ workers, timeout = 30_000 }: PageToolsOptions) {
  return createChildPool({
    module: new URL('./child.ts', import.meta.url),
    size: workers ?? Math.min(2, availableParallelism()),
    timeout,
    idle: 60_000,
  })
}
