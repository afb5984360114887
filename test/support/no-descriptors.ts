import { closeSync, openSync } from 'node:fs'
import { z } from 'zod'
import { ReaderFailedError } from '../../server/reading/ports.ts'
import { createChildPool } from '../../server/reading/workers/pool.ts'

/** A server that has no file descriptor left for a while, run with a low limit of them. Prints what becomes of its tasks. */
const module = new URL('slow-child.ts', import.meta.url)
const pool = createChildPool({ module, size: 1, timeout: 60_000, idle: 60_000 })
const outcome = () =>
  pool.run('echo', 'done', z.string()).catch((error: unknown) => {
    if (error instanceof ReaderFailedError) return 'refused'
    throw error
  })

const taken: number[] = []
try {
  for (;;) taken.push(openSync(import.meta.filename, 'r'))
} catch {
  // None is left.
}
const refused = await Promise.all([outcome(), outcome()])
for (const descriptor of taken) closeSync(descriptor)
console.log(...refused, await outcome())
await pool.close()
