import { createPageTools } from '../../server/reading/pages/index.ts'
import { ReaderFailedError, UnusableFileError } from '../../server/reading/ports.ts'
import type { ChildPool } from '../../server/reading/workers/pool.ts'

/** The real PageTools, in this process instead of child processes. */
export const createPageToolsHere = () => createPageTools({ pool: poolHere })

/** What child processes do, in this process: fast tests may not start any. */
export const poolHere: ChildPool = {
  async run(name, input, schema, { signal } = {}) {
    // Most tests never open a file, and need not load what opens it.
    const { tasks } = await import('../../server/reading/pages/tasks.ts')
    const run = new Map<string, (input: never) => Promise<unknown>>(Object.entries(tasks)).get(name)
    try {
      signal?.throwIfAborted()
      return schema.parse(await run?.(input as never))
    } catch (error) {
      if (error instanceof UnusableFileError) throw error
      throw new ReaderFailedError(String(error))
    }
  },
  close: async () => {},
}
