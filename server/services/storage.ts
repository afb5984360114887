import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ResidualData } from '../accounts/ports.ts'
import { createDiskFileStore } from '../adapters/disk/file-store.ts'
import { type Database, openDatabase } from '../adapters/sqlite/database.ts'
import { createIdempotencyKeys } from '../adapters/sqlite/idempotency-keys.ts'
import { lockFolder } from '../adapters/sqlite/process-lock.ts'
import { createReceiptStore, recoverWork } from '../adapters/sqlite/receipt-store.ts'
import { createResidualData } from '../adapters/sqlite/residual-data.ts'
import { createRevokedTokens } from '../adapters/sqlite/revoked-tokens.ts'
import { createSessionStore } from '../adapters/sqlite/sessions.ts'
import { createTaxpayerItems } from '../adapters/sqlite/taxpayer-items.ts'
import type { Clock } from '../clock.ts'
import type { AwsStorageConfig, Config } from '../config/config.ts'
import type { RevokedTokens, SessionStore } from '../identity/ports.ts'
import type { FileStore, IdempotencyKeys, ReceiptStore } from '../receipts/ports.ts'
import type { TaxpayerItems } from '../taxpayer/ports.ts'
import type { Overrides } from './overrides.ts'

interface StorageParts {
  config: Config
  clock: Clock
  overrides: Overrides
  closing: AsyncDisposableStack
}

export interface Storage {
  store: ReceiptStore
  items: TaxpayerItems
  residualData: ResidualData
  keys: IdempotencyKeys
  sessions: SessionStore
  revokedTokens: RevokedTokens
  files: FileStore
  /** A folder of this machine for uploads on their way. */
  incomingFolder: string
  /** Rejects with a storage error when records cannot be read. */
  check(): Promise<void>
  /** What only the local provider keeps. */
  database(): Promise<Database>
}

/** Where everything is kept. */
export async function openStorage(parts: StorageParts): Promise<Storage> {
  const { storage } = parts.config
  return storage.kind === 'aws' ? openAwsStorage(storage, parts) : openLocalStorage(parts)
}

/** The data folder, held for this process alone: database, files, and a place for uploads on their way. */
async function openLocalStorage({ config, clock, overrides, closing }: StorageParts): Promise<Storage> {
  const folder = (name: string) => join(config.dataDir, name)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder('lock'))
  closing.defer(() => lock.release())
  for (const name of ['files', 'incoming']) await mkdir(folder(name), { recursive: true, mode: 0o700 })
  // What lies here was on its way when a process died; no record knows of it.
  for (const name of await readdir(folder('incoming')))
    await rm(join(folder('incoming'), name), { force: true })

  const db = openDatabase(folder('tracker.db'))
  closing.defer(() => db.close())
  recoverWork(db)
  overrides.database?.(db)
  return {
    store: createReceiptStore(db),
    items: createTaxpayerItems(db),
    residualData: createResidualData(db),
    keys: createIdempotencyKeys(db, clock),
    sessions: createSessionStore(db),
    revokedTokens: createRevokedTokens(db),
    files: createDiskFileStore(folder('files'), folder('incoming')),
    incomingFolder: folder('incoming'),
    async check() {
      db.get('SELECT 1 FROM receipts LIMIT 1')
    },
    database: async () => db,
  }
}

/** DynamoDB and S3, shared by any number of processes; of this machine only scratch is used. */
async function openAwsStorage(
  { region, bucket, objectLock, tables }: AwsStorageConfig,
  { config, clock, overrides: { awsRetryPolicy: retryPolicy }, closing }: StorageParts,
): Promise<Storage> {
  const { createDynamoStores } = await import('../adapters/dynamodb/index.ts')
  const { openS3Files } = await import('../adapters/s3/index.ts')
  const scratch = await openScratch(closing)
  const dynamo = createDynamoStores({ region, tables, ...(retryPolicy && { retryPolicy }) }, clock)
  closing.defer(() => dynamo.close())
  const s3 = openS3Files({ region, bucket, objectLock, scratch, ...(retryPolicy && { retryPolicy }) })
  closing.defer(() => s3.close())
  return {
    ...dynamo,
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

const SCRATCH = 'tax-tracker-'
const SCRATCH_MS = 86_400_000

/** A folder for files on their way, gone with this process; what a killed one left goes after a day. */
async function openScratch(closing: AsyncDisposableStack) {
  for (const name of await readdir(tmpdir())) {
    const path = join(tmpdir(), name)
    const left = name.startsWith(SCRATCH) && (await stat(path).catch(() => undefined))
    if (left && Date.now() - left.mtimeMs > SCRATCH_MS) await rm(path, { recursive: true, force: true })
  }
  const folder = await mkdtemp(join(tmpdir(), SCRATCH))
  closing.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}
