import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config/config.ts'
import { closeOnSignals } from '../../server/operations/shutdown.ts'
import { createServices } from '../../server/services.ts'
import { LONG_RETRIES } from './aws.ts'
import { pageOf } from './page-of.ts'
import { createScriptedReader, LINES } from './receipts.ts'

/**
 * The server of the tests that kill it. Everything is real but the reader, which takes READING_MS (`held`: until the
 * server begins to end) and sends the parent the SHA-256 of what it reads, and the clock, which runs CLOCK_RATE times as
 * fast from CLOCK_FROM on.
 */
const { CRASH, READING_MS, CLOCK_RATE = '1', CLOCK_FROM = '0', STORED_FORMAT } = process.env
const from = Number(CLOCK_FROM)
const clock = { now: () => new Date(from + (Date.now() - from) * Number(CLOCK_RATE)) }
// While this process starts, it resumes work that an earlier one left. It may crash once the parent says so.
let mayCrash = false
process.once('message', () => {
  mayCrash = true
})
const crashAt = (point: string) => {
  if (mayCrash && CRASH === point) process.kill(process.pid, 'SIGKILL')
}

const ending = Promise.withResolvers<void>()
let kept = 0
const scripted = createScriptedReader(async () => {
  crashAt('before read')
  await (READING_MS === 'held' ? ending.promise : wait(Number(READING_MS)))
  crashAt('after read')
  return [pageOf(LINES)]
})

const config = loadConfig(process.env)
const services = await createServices(config, {
  clock,
  reader: {
    ...scripted.reader,
    async read(path, signal) {
      process.send?.({
        read: createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      })
      return scripted.reader.read(path, signal)
    },
  },
  passwordCost: 10,
  awsRetryPolicy: LONG_RETRIES,
  ...(STORED_FORMAT && { storedFormat: JSON.parse(STORED_FORMAT) }),
  files: (real) => ({
    ...real,
    async keep(key, path) {
      crashAt('before keep')
      await real.keep(key, path)
      crashAt('after keep')
      if (++kept > 1) crashAt('after keeping a page')
    },
    async write(key, bytes) {
      await real.write(key, bytes)
      if (key.endsWith('.text.json.gz')) crashAt('after text')
    },
  }),
})
const { work } = services.receipts
const receipts = {
  ...services.receipts,
  work: {
    ...work,
    stop() {
      const stopped = work.stop()
      ending.resolve()
      return stopped
    },
  },
}
const app = await createApp({ ...services, receipts })
closeOnSignals(app, services)
await app.listen({ host: config.listen.host, port: config.listen.port })
process.send?.('listening')
