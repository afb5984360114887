import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Milliseconds between two checks whether the parent is alive. */
const CHECK_EVERY = 1000

const WATCH = `
  const { workerData: { parent, every } } = require('node:worker_threads')
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, every)`

/**
 * Ends this process when its parent is gone, for whatever reason. The closed channel is enough while this process is
 * idle; a thread checks as well, because native code may block the event loop. Resolves once the thread runs.
 */
export async function endWithParent(): Promise<void> {
  process.on('disconnect', () => process.exit())
  const watch = new Worker(WATCH, { eval: true, workerData: { parent: process.ppid, every: CHECK_EVERY } })
  await once(watch, 'online')
  watch.unref()
}
