import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiskFileStore } from '../../adapters/disk/file-store.ts'
import { createDatabaseCopies, createLocalDatabase } from '../../adapters/sqlite/local-database.ts'
import { lockFolder } from '../../adapters/sqlite/process-lock.ts'
import { systemClock } from '../../clock.ts'
import type { AwsStorageConfig } from '../../config/config.ts'
import { OperationError } from '../../operations/ports.ts'
import { storedKinds } from '../../services/stored-kinds.ts'

/**
 * Opens the data folder for reading and locks it against servers while it is open. The database is read from a copy, so the
 * original does not change.
 * @throws DataInUseError, OperationError
 */
export async function openSource(dataDir: string, closing: AsyncDisposableStack) {
  const path = join(dataDir, 'tracker.db')
  if (!existsSync(path)) throw new OperationError(`There is no database at ${path}.`)
  const lock = lockFolder(join(dataDir, 'lock'))
  closing.defer(() => lock.release())
  const folder = await scratchFolder(closing)
  const copy = join(folder, 'copy.db')
  createLocalDatabase(path).copyTo(copy)
  const receipts = createDatabaseCopies(storedKinds).open(copy)
  // It is open, and disappears with this process, however that ends.
  if (process.platform !== 'win32') await rm(copy)
  closing.defer(() => receipts.close())
  return { receipts, files: createDiskFileStore(join(dataDir, 'files'), folder) }
}

/** Opens the tables and the bucket to write to. @param check writes nothing */
export async function openTarget(storage: AwsStorageConfig, check: boolean, closing: AsyncDisposableStack) {
  const { createDynamoStores } = await import('../../adapters/dynamodb/index.ts')
  const { openS3Files } = await import('../../adapters/s3/index.ts')
  const { region, tables, bucket, objectLock } = storage
  const dynamo = createDynamoStores({ region, tables }, systemClock, storedKinds)
  closing.defer(() => dynamo.close())
  const s3 = openS3Files({ region, bucket, objectLock, scratch: await scratchFolder(closing) })
  closing.defer(() => s3.close())
  await Promise.all([check ? dynamo.check() : dynamo.prepare(), s3.files.check()])
  return { store: dynamo.store, items: dynamo.items, files: s3.files }
}

async function scratchFolder(closing: AsyncDisposableStack) {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-move-'))
  closing.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}
