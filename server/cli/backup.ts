import { join, resolve } from 'node:path'
import { createDatabaseCopies, createLocalDatabase } from '../adapters/sqlite/local-database.ts'
import { lockFolder } from '../adapters/sqlite/process-lock.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { type BackupSummary, backup } from '../operations/backup/backup.ts'
import { OperationError } from '../operations/ports.ts'
import { storedKinds } from '../services/stored-kinds.ts'
import { printDamaged } from './damaged-records.ts'
import { count, print, size, some } from './output.ts'
import { readPassphrase } from './passphrase.ts'
import { EXIT } from './usage-error.ts'

interface BackupOptions {
  encrypt?: boolean | undefined
  passphraseFile?: string | undefined
}

/** Backs up the data folder to a file. */
export async function backUp(file: string, { encrypt, passphraseFile }: BackupOptions): Promise<number> {
  const { dataDir, storage } = loadConfig(process.env, readEnvFile())
  if (storage.kind !== 'local') {
    throw new OperationError(
      'The receipts are in DynamoDB and S3, which have their own backups (docs/keeping.md). To back up the data folder anyway: STORAGE=local npm run backup',
    )
  }
  const passphrase = await readPassphrase({
    file: passphraseFile,
    ask: encrypt ? 'twice' : false,
  })
  const summary = await backup({
    dataDir,
    database: createLocalDatabase(join(dataDir, 'tracker.db')),
    copies: createDatabaseCopies(storedKinds),
    to: resolve(file),
    passphrase,
    lock: lockFolder,
    now: systemClock.now(),
  })
  return report(summary, file, passphrase !== undefined)
}

function report(
  { receipts, files, bytes, deleted, lost, damaged, damagedRecords }: BackupSummary,
  to: string,
  sealed: boolean,
) {
  print(`Backed up ${count(receipts, 'receipt')} with ${count(files, 'file')} to ${to} (${size(bytes)}).`)
  print(
    sealed
      ? 'It is encrypted: without the passphrase nobody can restore it, not even you.'
      : 'It is not encrypted: whoever can read it can read every receipt and sign in as anyone. Keep it private.',
  )
  list('deleted while the backup ran', deleted)
  list('in the database but missing on disk', lost)
  list('damaged on disk: they differ from the upload', damaged)
  printDamaged('It has everything else, and the files of these', damagedRecords)
  return lost.length + damaged.length + damagedRecords.length > 0 ? EXIT.failed : EXIT.ok
}

function list(what: string, files: string[]) {
  if (files.length === 0) return
  print(`${count(files.length, 'file')} ${what}:`)
  for (const line of some(files)) print(line)
}
