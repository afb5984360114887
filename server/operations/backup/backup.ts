import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { originalKey, textKey } from '../../receipts/files/keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import { keptFile } from '../../taxpayer/statements/kept-file.ts'
import { syncFolder } from '../files.ts'
import { type DatabaseCopies, type LocalDatabase, OperationError, type TaxpayerDocument } from '../ports.ts'
import { type ArchiveWriter, writeArchive } from './archive.ts'
import { DATABASE, FILES, FORMAT, HEAD, type Head, isUnfinishedKey, KEYS } from './format.ts'

export interface BackupOptions {
  dataDir: string
  database: LocalDatabase
  copies: DatabaseCopies
  /** Path of the archive, which must not exist yet. */
  to: string
  passphrase: string | undefined
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
}

/**
 * Archives local storage, also while a server uses it: the database as of one moment, every file its records name, and the
 * keys. The archive is complete or does not exist.
 * Rejects with OperationError, NewerDatabaseError or a storage error.
 */
export async function backup(options: BackupOptions): Promise<BackupSummary> {
  const { database, copies, to, passphrase } = options
  if (await stat(to).catch(() => undefined)) throw new OperationError(`${to} exists already.`)
  const folder = await mkdtemp(join(dirname(to), `.${basename(to)}-`))
  try {
    const copy = join(folder, DATABASE)
    database.copyTo(copy)
    const found = copies.open(copy)
    const summary: BackupSummary = { receipts: 0, files: 0, bytes: 0, deleted: [], lost: [], damaged: [] }
    try {
      const archive = join(folder, 'archive')
      await writeArchive(archive, passphrase, async (writer) => {
        const receipts = found.owners().reduce((sum, owner) => sum + owner.receipts, 0)
        await writer.text(HEAD, JSON.stringify(headOf(options, receipts)))
        // The copy is only read while it is archived.
        await writer.file(DATABASE, copy)
        await addKeys(writer, options.dataDir)
        // A damaged record still names the files it could be read to have.
        for (const { receipt } of found.receipts()) {
          await addFiles(writer, receipt, options, summary)
          summary.receipts++
        }
        for (const document of found.documents()) await addStatement(writer, document, options, summary)
        return { missing: [...summary.deleted, ...summary.lost] }
      })
      await rename(archive, to)
      await syncFolder(dirname(to))
    } finally {
      found.close()
    }
    return { ...summary, bytes: (await stat(to)).size }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

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

async function addStatement(
  writer: ArchiveWriter,
  document: TaxpayerDocument,
  { dataDir, database }: BackupOptions,
  summary: BackupSummary,
) {
  const kept = keptFile(document.userId, document)
  if (!kept) return
  const { key, statementId, file } = kept
  const added = await writer.file(`${FILES}${key}`, join(dataDir, 'files', key))
  if (added) {
    summary.files++
    if (added.sha256 !== file.sha256) summary.damaged.push(key)
  } else {
    summary[database.names(statementId, file.id) ? 'lost' : 'deleted'].push(key)
  }
}

async function addFiles(
  writer: ArchiveWriter,
  { userId, id, status, files }: Receipt,
  { dataDir, database }: BackupOptions,
  summary: BackupSummary,
) {
  const add = (key: string) => writer.file(`${FILES}${key}`, join(dataDir, 'files', key))
  for (const file of files) {
    const key = originalKey(userId, id, file.id)
    const added = await add(key)
    if (added) {
      summary.files++
      if (added.sha256 !== file.sha256) summary.damaged.push(key)
    } else if (status !== 'receiving') {
      summary[database.names(id, file.id) ? 'lost' : 'deleted'].push(key)
    }
    // Thumbnails are created again on demand.
    await add(textKey(userId, id, file.id))
  }
}
