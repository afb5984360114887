import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { v4 as uuid } from 'uuid'
import { createDiskFileStore } from './adapters/disk/file-store.ts'
import { createPpocrReader, defaultWorkers } from './adapters/ppocr/index.ts'
import { openDatabase } from './adapters/sqlite/database.ts'
import { createIdempotencyKeys } from './adapters/sqlite/idempotency-keys.ts'
import { lockFolder } from './adapters/sqlite/process-lock.ts'
import { createReceiptStore, endLeases } from './adapters/sqlite/receipt-store.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config/config.ts'
import { createEvents } from './events.ts'
import { createPageTools } from './reading/pages/index.ts'
import type { PageReader, PageTools } from './reading/ports.ts'
import { createReceipts } from './receipts/index.ts'
import type { FileStore } from './receipts/ports.ts'

/** What tests put in place of the real thing. */
export interface Overrides {
  clock?: Clock
  reader?: PageReader
  tools?: PageTools
  /** Wraps the file store, e.g. with one whose disk is full. */
  files?: (real: FileStore) => FileStore
  /** log2 of scrypt's N. */
  passwordCost?: number
}

export type Services = Awaited<ReturnType<typeof createServices>>

/**
 * Everything the application is made of, built once.
 * @throws DataInUseError, NewerDatabaseError, StorageUnavailableError
 */
export async function createServices(config: Config, overrides: Overrides = {}) {
  const log: FastifyBaseLogger = pino({ level: config.logLevel, redact: ['req', 'res'] })
  const clock = overrides.clock ?? systemClock
  const events = createEvents(log)
  const closing = new AsyncDisposableStack()
  try {
    const { db, files, incomingFolder } = await openLocalStorage(config, closing)
    const keptFiles = overrides.files?.(files) ?? files
    const reader = overrides.reader ?? createPpocrReader({ workers: concurrency(config) })
    closing.defer(() => reader.close())
    const tools = overrides.tools ?? createPageTools()
    closing.defer(() => tools.close())
    const store = createReceiptStore(db)
    const receipts = createReceipts({
      store,
      files: keptFiles,
      keys: createIdempotencyKeys(db, clock),
      reader,
      tools,
      events,
      clock,
      processId: uuid(),
      concurrency: concurrency(config),
      incomingFolder,
    })
    return {
      config,
      clock,
      log,
      events,
      receipts,
      /** Rejects with a storage error when receipts cannot be stored just now. */
      async checkStorage() {
        db.get('SELECT 1 FROM receipts LIMIT 1')
        await keptFiles.check()
      },
      close: () => closing.disposeAsync(),
    }
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}

const concurrency = (config: Config) => config.reader.workers ?? defaultWorkers()

/** The data folder, held for this process alone: database, files, and a place for uploads on their way. */
async function openLocalStorage({ storage: { dataDir } }: Config, closing: AsyncDisposableStack) {
  const folder = (name: string) => join(dataDir, name)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder('lock'))
  closing.defer(() => lock.release())
  for (const name of ['files', 'incoming']) await mkdir(folder(name), { recursive: true, mode: 0o700 })
  // What lies here was on its way when a process died; no record knows of it.
  for (const name of await readdir(folder('incoming')))
    await rm(join(folder('incoming'), name), { force: true })

  const db = openDatabase(folder('tracker.db'))
  closing.defer(() => db.close())
  endLeases(db)
  return {
    db,
    files: createDiskFileStore(folder('files'), folder('incoming')),
    incomingFolder: folder('incoming'),
  }
}
