import { createPageTools } from '../../server/reading/pages/index.ts'
import { ReaderFailedError, UnusableFileError } from '../../server/reading/ports.ts'
import type { ChildPool } from '../../server/reading/workers/pool.ts'

/** The real PageTools, in this process instead of child processes. */
export const createPageToolsHere = () => createPageTools({ pool: poolHere })

type Tasks = Record<string, (input: never) => Promise<unknown>>

// Most tests never open a file nor make a document, and need not load what does.
const pageTasks = async (): Promise<Tasks> => (await import('../../server/reading/pages/tasks.ts')).tasks
const documentTasks = async (): Promise<Tasks> =>
  (await import('../../server/exports/document-tasks.ts')).documentTasks

/** What child processes do, in this process: fast tests may not start any. */
const poolOf = (load: () => Promise<Tasks>): ChildPool => ({
  async run(name, input, schema, { signal } = {}) {
    const tasks = await load()
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
})

export const poolHere = poolOf(pageTasks)
export const documentPoolHere = poolOf(documentTasks)
