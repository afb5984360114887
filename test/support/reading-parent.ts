import { z } from 'zod'
import { createChildPool } from '../../server/reading/workers/pool.ts'

/** A parent with two children, one of which hangs; the test kills the parent. */
const pool = createChildPool({
  module: new URL('./slow-child.ts', import.meta.url),
  size: 2,
  timeout: 600_000,
  idle: 600_000,
})
await pool.run('echo', '', z.unknown())
void pool.run('hang', '', z.unknown())
await pool.run('echo', '', z.unknown())
process.stdout.write('reading\n')
