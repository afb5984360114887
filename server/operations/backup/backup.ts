import { access, constants, type FileHandle, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type DamagedRecord, damagedRecord } from '../damaged-record.ts'
import { syncFolder } from '../files.ts'
import { type DatabaseCopies, type LocalDatabase, OperationError, type ReceiptExport } from '../ports.ts'
import { type ArchiveWriter, writeArchive } from './archive.ts'
import { DATABASE, FORMAT, HEAD, type Head, isUnfinishedKey, KEYS } from './format.ts'
import { createRecordFiles } from './record-files.ts'
import { type Lock, openScratch } from './scratch.ts'

export interface BackupOptions {
  dataDir: string
  database: LocalDatabase
  copies: DatabaseCopies
  /** Path of the archive, which must not exist yet. */
  to: string
  passphrase: string | undefined
  lock: Lock
  now: Date
}

export interface BackupSummary {
  receipts: number
  files: number
  bytes: number
  /** Deleted during the backup: the copied records name them, the live database does not. */
  deleted: string[]
  /** Named by the live database, but not on the disk. */
  lost: string[]
  /** On the disk, but changed since the upload. */
  damaged: string[]
  /** Records that cannot be read in full: they are copied as they are, with everything in their folders. */
  damagedRecords: DamagedRecord[]
}

/**
 * Archives local storage, also while a server uses it: the database as of one moment, every file its records name, and the
 * keys. The archive is complete or does not exist.
 * Rejects with OperationError, NewerDatabaseError or a storage error.
 */
export async function backup(options: BackupOptions): Promise<BackupSummary> {
  const { dataDir, database, to, passphrase, lock } = options
  if (await stat(to).catch(() => undefined)) throw new OperationError(`${to} exists already.`)
  database.assertExists()
  await access(dirname(to), constants.W_OK)
  const scratch = await openScratch(dataDir, to, lock)
  try {
    const summary = emptySummary()
    await using copy = await copyDatabase(options, scratch.copy)
    await writeArchive(scratch.archive, passphrase, (writer) => fill(writer, copy, options, summary))
    await rename(scratch.archive, to)
    await syncFolder(dirname(to))
    return { ...summary, bytes: (await stat(to)).size }
  } finally {
    await scratch.close()
  }
}

interface DatabaseCopy {
  records: ReceiptExport
  file: FileHandle
}

/** The database as of now, in a file that has no name any more: it disappears with this process, however that ends. */
async function copyDatabase(
  { database, copies }: BackupOptions,
  path: string,
): Promise<DatabaseCopy & AsyncDisposable> {
  database.copyTo(path)
  const records = copies.open(path)
  const file = await open(path)
  // Windows removes no file that is open; there it disappears with its folder.
  if (process.platform !== 'win32') await unlink(path)
  return {
    records,
    file,
    async [Symbol.asyncDispose]() {
      await file.close()
      records.close()
    },
  }
}

async function fill(
  writer: ArchiveWriter,
  { records, file }: DatabaseCopy,
  options: BackupOptions,
  summary: BackupSummary,
) {
  const receipts = records.owners().reduce((sum, owner) => sum + owner.receipts, 0)
  await writer.text(HEAD, JSON.stringify(headOf(options, receipts)))
  // The copy is only read while it is archived.
  await writer.opened(DATABASE, file)
  await addKeys(writer, options.dataDir)
  const add = createRecordFiles(writer, options, summary)
  for (const { receipt, damaged } of records.receipts()) {
    await add.ofReceipt(receipt)
    summary.receipts++
    if (damaged.length === 0) continue
    const { userId, id } = receipt
    summary.damagedRecords.push(damagedRecord(userId, { kind: 'receipt', id, members: damaged }))
    await add.restOfFolder(userId, id)
  }
  for (const document of records.documents()) {
    await add.ofDocument(document)
    const { userId, damage } = document
    if (damage) summary.damagedRecords.push(damagedRecord(userId, damage))
  }
  return { missing: [...summary.deleted, ...summary.lost] }
}

const emptySummary = (): BackupSummary => ({
  receipts: 0,
  files: 0,
  bytes: 0,
  deleted: [],
  lost: [],
  damaged: [],
  damagedRecords: [],
})

const headOf = ({ database, now }: BackupOptions, receipts: number): Head => ({
  product: 'malaysian-tax-tracker',
  format: FORMAT,
  schema: database.schema,
  createdAt: now.toISOString(),
  receipts,
})

async function addKeys(writer: ArchiveWriter, dataDir: string) {
  const folder = join(dataDir, 'keys')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names.filter((n) => !isUnfinishedKey(n)).sort()) {
    await writer.file(`${KEYS}${name}`, join(folder, name))
  }
}
