import { flushCompileCache } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../server/adapters/sqlite/database.ts'
import { createApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config/config.ts'
import { storageError } from '../../server/errors.ts'
import { closeOnSignals } from '../../server/operations/shutdown.ts'
import { createServices } from '../../server/services.ts'
import { pageOf } from '../support/page-of.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { createScriptedReader, LINES } from '../support/receipts.ts'
import type { ServerFaults } from './faults.ts'

/**
 * The server that is tortured. Everything is real but what recognises text; what its parent sends it goes wrong:
 * `{ faults }`, answered with `{ done: true }`, or `{ memory: true }`, answered with `{ memory }` in bytes.
 */
const SLOW_MS = 150
/** Milliseconds that an upload waits for its reading. */
const WAIT_MS = 2_000
let faults: ServerFaults = {}
let db: Database | undefined
let readings = 0

const failure = (code: string) => storageError(Object.assign(new Error(code), { code }))

/** A write of a file, as well as the faults allow. */
async function written(write: () => Promise<void>) {
  const { files } = faults
  if (files === 'full') throw failure('ENOSPC')
  if (files === 'down') throw failure('EIO')
  if (files === 'slow') await wait(SLOW_MS)
  await write()
  if (files === 'half') throw failure('EIO')
}

function applyToDatabase({ database }: ServerFaults) {
  const pages = db?.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0
  db?.get(`PRAGMA max_page_count = ${database === 'full' ? pages : 1_000_000_000}`)
  db?.run(`PRAGMA query_only = ${database === 'read-only' ? 1 : 0}`)
}

/** Each receipt has its own total, so that they are no duplicates of each other. */
function linesOf() {
  const total = `${10 + (++readings % 900)}.${10 + (process.pid % 90)}`
  return LINES.map((line) => line.replaceAll('25.00', total))
}

const { reader } = createScriptedReader(async () => {
  if (faults.reader === 'down') throw new Error('no text is recognised')
  if (faults.reader === 'slow') await wait(SLOW_MS)
  if (faults.reader === 'wrong') return [pageOf(['NOTHING', 'OF', 'A RECEIPT'])]
  const lines = linesOf()
  return [pageOf(faults.reader === 'half' ? lines.slice(0, 4) : lines)]
})

const config = loadConfig(process.env)
const services = await createServices(config, {
  clock: { now: () => new Date(Date.now() + (faults.clock ?? 0)) },
  reader,
  tools: createPageToolsHere(),
  passwordCost: 10,
  waitMs: WAIT_MS,
  database: (real) => {
    db = real
  },
  files: (real) => ({
    ...real,
    keep: (key, path) => written(() => real.keep(key, path)),
    write: (key, bytes) => written(() => real.write(key, bytes)),
  }),
})
const app = await createApp(services)
closeOnSignals(app, services)
await app.listen({ host: config.listen.host, port: config.listen.port })

process.on('message', (message: { faults?: ServerFaults; memory?: true }) => {
  if (message.memory) process.send?.({ memory: process.memoryUsage.rss() })
  if (!message.faults) return
  faults = message.faults
  applyToDatabase(faults)
  process.send?.({ done: true })
})
// The parent says that it is enough, or has ended itself.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// A process that is killed would leave nothing for the next one's start.
flushCompileCache()
process.send?.({ listening: true })
