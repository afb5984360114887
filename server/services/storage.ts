import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ResidualData } from '../accounts/ports.ts'
import { createDiskFileStore } from '../adapters/disk/file-store.ts'
import type { createDynamoStores } from '../adapters/dynamodb/index.ts'
import { assertKnownSchema, type Database, openDatabase } from '../adapters/sqlite/database.ts'
import { createIdempotencyKeys } from '../adapters/sqlite/idempotency-keys.ts'
import { createLastWrite } from '../adapters/sqlite/last-write.ts'
import { assertNotLost } from '../adapters/sqlite/lost-database.ts'
import { createPageCounters } from '../adapters/sqlite/page-counters.ts'
import { lockFolder } from '../adapters/sqlite/process-lock.ts'
import { createReceiptStore, recoverWork } from '../adapters/sqlite/receipt-store.ts'
import { createResidualData } from '../adapters/sqlite/residual-data.ts'
import { createRevokedTokens } from '../adapters/sqlite/revoked-tokens.ts'
import { createSessionStore } from '../adapters/sqlite/sessions.ts'
import { createTaxpayerItems } from '../adapters/sqlite/taxpayer-items.ts'
import type { ChangeBoard } from '../changes/ports.ts'
import type { Clock } from '../clock.ts'
import type { AwsStorageConfig, Config } from '../config/config.ts'
import { StorageIncompleteError, StorageUnavailableError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { RevokedTokens, SessionStore } from '../identity/ports.ts'
import type { Log } from '../log.ts'
import { removeAbandonedScratch } from '../operations/backup/scratch.ts'
import type { FileStore, IdempotencyKeys, PageCounters, ReceiptStore } from '../receipts/ports.ts'
import type { TaxpayerItems } from '../taxpayer/ports.ts'
import type { LastWrite } from '../until-written.ts'
import type { Overrides } from './overrides.ts'
import { storedKinds } from './stored-kinds.ts'

type DynamoStores = ReturnType<typeof createDynamoStores>

interface StorageParts {
  config: Config
  clock: Clock
  log: Log
  overrides: Overrides
  closing: AsyncDisposableStack
}

export interface Storage {
  store: ReceiptStore
  items: TaxpayerItems
  residualData: ResidualData
  keys: IdempotencyKeys
  pageCounters: PageCounters
  sessions: SessionStore
  revokedTokens: RevokedTokens
  /** Undefined where this process has the storage to itself. */
  board?: ChangeBoard
  /** Undefined where finding out would cost as much as reading. */
  lastWrite?: LastWrite
  files: FileStore
  /** A local folder for incoming uploads. */
  incomingFolder: string
  /** Rejects with a storage error when records cannot be read, or a newer release has written them. */
  check(): Promise<void>
  /** For the data of the local identity provider. */
  database(): Promise<Database>
}

/** @throws StorageIncompleteError, StorageNewerError, NewerDatabaseError, DatabaseLostError, DataInUseError */
export async function openStorage(parts: StorageParts): Promise<Storage> {
  const { storage } = parts.config
  return storage.kind === 'aws' ? openAwsStorage(storage, parts) : openLocalStorage(parts)
}

/** The data folder, locked for this process: database, files, and a folder for incoming uploads. */
async function openLocalStorage({ config, clock, log, overrides, closing }: StorageParts): Promise<Storage> {
  const folder = (name: string) => join(config.dataDir, name)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder('lock'))
  closing.defer(() => lock.release())
  for (const name of ['files', 'incoming']) await mkdir(folder(name), { recursive: true, mode: 0o700 })
  // Left behind when a process died during an upload; no record refers to it.
  for (const name of await readdir(folder('incoming')))
    await rm(join(folder('incoming'), name), { force: true })
  await removeAbandonedScratch(config.dataDir, lockFolder).catch((err) =>
    log.warn({ err }, 'what a killed backup left in the data folder could not be removed'),
  )

  assertNotLost(folder('tracker.db'), folder('files'))
  const db = openDatabase(folder('tracker.db'))
  closing.defer(() => db.close())
  recoverWork(db)
  overrides.database?.(db)
  return {
    store: createReceiptStore(db),
    items: createTaxpayerItems(db, storedKinds),
    residualData: createResidualData(db),
    keys: createIdempotencyKeys(db, clock),
    pageCounters: createPageCounters(db),
    sessions: createSessionStore(db),
    revokedTokens: createRevokedTokens(db),
    lastWrite: createLastWrite(db),
    files: createDiskFileStore(folder('files'), folder('incoming')),
    incomingFolder: folder('incoming'),
    async check() {
      assertKnownSchema(db)
      db.get('SELECT 1 FROM receipts LIMIT 1')
    },
    database: async () => db,
  }
}

/** DynamoDB and S3, shared by any number of processes. Only scratch files are local. */
async function openAwsStorage(
  { region, bucket, objectLock, tables }: AwsStorageConfig,
  { config, clock, log, overrides: { awsRetryPolicy: retryPolicy, storedFormat }, closing }: StorageParts,
): Promise<Storage> {
  const { createDynamoStores } = await import('../adapters/dynamodb/index.ts')
  const { openS3Files } = await import('../adapters/s3/index.ts')
  const scratch = await openScratch(closing)
  const format = storedFormat && { format: storedFormat }
  const dynamo = createDynamoStores(
    { region, tables, ...(retryPolicy && { retryPolicy }), ...format },
    clock,
    storedKinds,
  )
  closing.defer(() => dynamo.close())
  const s3 = openS3Files({ region, bucket, objectLock, scratch, ...(retryPolicy && { retryPolicy }) })
  closing.defer(() => s3.close())
  await checkAtStart(dynamo, s3.files, log)
  return {
    ...dynamo,
    check: dynamo.prepare,
    files: s3.files,
    incomingFolder: scratch,
    async database() {
      await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
      const db = openDatabase(join(config.dataDir, 'tracker.db'))
      closing.defer(() => db.close())
      return db
    },
  }
}

/**
 * Refuses to start on storage that is incomplete or newer. Where AWS cannot be asked the process starts and is not ready,
 * so that it recovers by itself after an outage.
 * @throws StorageIncompleteError, StorageNewerError
 */
async function checkAtStart(dynamo: DynamoStores, files: FileStore, log: Log) {
  const findings: Finding[] = []
  for (const result of await Promise.allSettled([dynamo.prepare(), files.check()])) {
    if (result.status === 'fulfilled') continue
    if (result.reason instanceof StorageIncompleteError) findings.push(...result.reason.findings)
    else if (!(result.reason instanceof StorageUnavailableError)) throw result.reason
    else log.warn({ err: result.reason }, 'the storage could not be checked: not ready until it can')
  }
  if (findings.length > 0) throw new StorageIncompleteError(findings)
  for (const table of await dynamo.tablesWithoutExpiry()) {
    log.warn(
      { table },
      'the table does not delete expired rows, so it keeps growing: npm run doctor -- --repair',
    )
  }
}

const SCRATCH = 'tax-tracker-'
const SCRATCH_MS = 86_400_000

/** A folder for temporary files, removed with this process. One that a killed process left is removed after a day. */
async function openScratch(closing: AsyncDisposableStack) {
  const folder = await mkdtemp(join(tmpdir(), SCRATCH))
  closing.defer(() => rm(folder, { recursive: true, force: true }))
  // By the clock of the file system, which made both times.
  const { mtimeMs: now } = await stat(folder)
  for (const name of await readdir(tmpdir())) {
    const path = join(tmpdir(), name)
    const left = name.startsWith(SCRATCH) && (await stat(path).catch(() => undefined))
    if (left && now - left.mtimeMs > SCRATCH_MS) await rm(path, { recursive: true, force: true })
  }
  return folder
}
