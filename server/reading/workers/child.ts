import { flushCompileCache } from 'node:module'
import { setPriority } from 'node:os'
import { UnusableFileError } from '../ports.ts'
import { endWithParent } from './end-with-parent.ts'
import type { Answer, Order } from './messages.ts'

/** Unix niceness: the server's own work has priority. */
const NICENESS = 10

export type Tasks = Record<string, (input: never) => Promise<unknown>>

/** Makes this process a child of createChildPool. It runs tasks until its parent is gone. */
export function serveTasks(tasks: Tasks): void {
  setPriority(NICENESS)
  const watched = endWithParent()
  // Ctrl-C and service managers signal the whole group; the parent decides when its children end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  let isFirst = true
  process.on('message', async (order: Order) => {
    await watched
    const answer = await carryOut(tasks, order)
    process.send?.(answer)
    // What the first task has loaded; a child does not end by itself, when Node would write it.
    if (isFirst) flushCompileCache()
    isFirst = false
  })
}

async function carryOut(tasks: Tasks, { id, task, input }: Order): Promise<Answer> {
  try {
    const run = tasks[task]
    if (!run) throw new Error(`no task ${task}`)
    return { id, outcome: 'done', result: await run(input as never) }
  } catch (error) {
    if (error instanceof UnusableFileError) {
      return { id, outcome: 'unusable', reason: error.reason, message: error.message }
    }
    return { id, outcome: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
