import { Worker } from 'node:worker_threads'

/** How often the thread looks whether the parent still lives; milliseconds. */
const LOOK_EVERY = 1000

/**
 * Ends this process when its parent is gone, however it went. The closed channel tells when this process is idle;
 * a thread looks on while native code keeps the event loop from hearing it.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit())
  const watch = new Worker(
    `const parent = process.ppid
     setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, ${LOOK_EVERY})`,
    { eval: true },
  )
  watch.unref()
}
