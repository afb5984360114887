import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { siblingModule } from '../../sibling-module.ts'
import { pageTextSchema } from '../page-text.ts'
import { fileFactsSchema, type PageTools, pageFileTypes, renderedPageSchema } from '../ports.ts'
import { LIMITS } from '../ubl/limits.ts'
import { sniffInvoiceFile } from '../ubl/sniff.ts'
import { type ChildPool, createChildPool } from '../workers/pool.ts'

/** The JavaScript heap of a child. Pixels lie outside it; an e-invoice at the limits needs less than 100. */
const HEAP_MEGABYTES = 256

export interface PagePoolOptions {
  /** The maximum number of processes. */
  workers?: number
  /** Milliseconds a picture or a PDF may take. */
  timeout?: number
}

export interface PageToolsOptions extends PagePoolOptions {
  /** Milliseconds an e-invoice may take. */
  invoiceTimeout?: number
  /** Runs the tasks of tasks.ts; by default in child processes of its own. */
  pool?: ChildPool
}

/** A file with pages has a size, unless it is locked; only an e-invoice has none. */
const pageFactsSchema = z.union([
  fileFactsSchema.extend({
    type: z.enum(pageFileTypes),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  fileFactsSchema.extend({ type: z.literal('application/pdf'), locked: z.literal(true) }),
])
const bytesSchema = z.instanceof(Uint8Array)

/** PageTools in child processes. The server's process reads only the first bytes of a file. */
export function createPageTools(options: PageToolsOptions = {}): PageTools {
  const { pool = createPagePool(options), invoiceTimeout: timeout = LIMITS.parseMs } = options
  return {
    async inspect(path, { use = 'read', password, signal, person } = {}) {
      const type = use === 'read' ? await sniffInvoiceFile(path) : null
      if (!type) return pool.run('inspect', { path, use, password }, pageFactsSchema, { signal, person })
      return pool.run('inspectInvoice', { path, type }, fileFactsSchema, { signal, person, timeout })
    },
    async readInvoice(path, { signal, person } = {}) {
      if (!(await sniffInvoiceFile(path))) return null
      return pool.run('readInvoice', path, pageTextSchema, { signal, person, timeout })
    },
    render: (path, { signal, person, ...page } = {}) =>
      pool.run('render', { path, ...page }, renderedPageSchema, { signal, person }),
    // Bytes cross the channel as a plain Uint8Array.
    thumbnail: async (path, size, { signal, person, ...page } = {}) =>
      Buffer.from(await pool.run('thumbnail', { path, size, ...page }, bytesSchema, { signal, person })),
    close: pool.close,
  }
}

/** The child processes of PageTools and FieldRules, started on demand. */
export function createPagePool({ workers, timeout = 30_000 }: PagePoolOptions = {}) {
  return createChildPool({
    module: siblingModule('child', import.meta.url),
    size: workers ?? Math.min(2, availableParallelism()),
    timeout,
    idle: 60_000,
    warm: 'warm',
    heapMegabytes: HEAP_MEGABYTES,
  })
}
