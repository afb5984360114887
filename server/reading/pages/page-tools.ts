import { availableParallelism } from 'node:os'
import type { FileFacts, PageTools, RenderedPage } from '../ports.ts'
import { createChildPool } from '../workers/pool.ts'

export interface PageToolsOptions {
  /** Processes at most. */
  workers?: number
  /** Milliseconds a file may take. */
  timeout?: number
}

/** PageTools in child processes. */
export function createPageTools({ workers, timeout = 30_000 }: PageToolsOptions = {}): PageTools {
  const pool = createChildPool({
    module: new URL('./child.ts', import.meta.url),
    size: workers ?? Math.min(2, availableParallelism()),
    timeout,
    idle: 60_000,
  })
  return {
    inspect: (path, use = 'read') => pool.run<FileFacts>('inspect', { path, use }),
    render: (path, signal) => pool.run<RenderedPage[]>('render', path, signal),
    // Bytes cross the channel as a plain Uint8Array.
    thumbnail: async (path, size) => Buffer.from(await pool.run<Uint8Array>('thumbnail', { path, size })),
    close: pool.close,
  }
}
