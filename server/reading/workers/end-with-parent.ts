import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** How often the thread looks whether the parent still lives; milliseconds. */
const LOOK_EVERY = 1000

const WATCH = `
  const { workerData: { parent, every } } = require('node:worker_threads')
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, every)`

/**
 * Ends this process when its parent is gone, however it went. The closed channel tells when this process is idle;
 * a thread looks on while native code keeps the event loop from hearing it. Resolves once the thread does.
 */
export async function endWithParent(): Promise<void> {
  process.on('disconnect', () => process.exit())
  const watch = new Worker(WATCH, { eval: true, workerData: { parent: process.ppid, every: LOOK_EVERY } })
  await once(watch, 'online')
  watch.unref()
}
