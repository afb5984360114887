import { createChildPool } from '../../server/reading/workers/pool.ts'

/** A server in the middle of two readings of which one hangs; killed by the test. */
const pool = createChildPool({
  module: new URL('./slow-child.ts', import.meta.url),
  size: 2,
  timeout: 600_000,
  idle: 600_000,
})
await pool.run('echo', '')
void pool.run('hang', '')
await pool.run('echo', '')
process.stdout.write('reading\n')
