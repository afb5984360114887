import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createDatabaseCopies, createLocalDatabase } from '../adapters/sqlite/local-database.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { type BackupSummary, backup } from '../operations/backup/backup.ts'
import { OperationError } from '../operations/ports.ts'
import { storedKinds } from '../services/stored-kinds.ts'
import { count, print, runCommand, size, some, UsageError } from './command.ts'
import { printDamaged } from './damaged-records.ts'
import { readPassphrase } from './passphrase.ts'

const HELP = `Backs up the data folder (DATA_DIR) to one file: database, receipts and keys. The server may be running.

usage: npm run backup -- [--encrypt | --passphrase-file FILE] FILE

FILE must not exist. It is written completely or not at all.

  --encrypt               asks for a passphrase and encrypts the file
  --passphrase-file FILE  reads the passphrase from the first line of a file
  --help                  prints this text

The passphrase can also be set as BACKUP_PASSPHRASE. Without one the file is not encrypted: whoever can read it can
read every receipt and sign in as anyone. docs/keeping.md describes the contents and the encryption.

A record that cannot be read is copied as it is, with everything in its folder, and listed.

exit status: 0 done, 1 failed, or records or files are damaged or missing, 2 wrong usage
`

await runCommand(async () => {
  const { values, file } = readArguments()
  if (values.help || file === undefined) {
    print(HELP.trimEnd())
    return 0
  }
  const { dataDir, storage } = loadConfig(process.env, readEnvFile())
  if (storage.kind !== 'local') {
    throw new OperationError(
      'The receipts are in DynamoDB and S3, which have their own backups (docs/keeping.md). To back up the data folder anyway: STORAGE=local npm run backup',
    )
  }
  const passphrase = await readPassphrase({
    file: values['passphrase-file'],
    ask: values.encrypt ? 'twice' : false,
  })
  const summary = await backup({
    dataDir,
    database: createLocalDatabase(join(dataDir, 'tracker.db')),
    copies: createDatabaseCopies(storedKinds),
    to: resolve(file),
    passphrase,
    now: systemClock.now(),
  })
  return report(summary, file, passphrase !== undefined)
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        encrypt: { type: 'boolean' },
        'passphrase-file': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help || positionals.length === 1) return { values, file: positionals[0] }
  } catch {
    // Reported below.
  }
  throw new UsageError(
    'usage: npm run backup -- [--encrypt | --passphrase-file FILE] FILE (--help prints more)',
  )
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
  return lost.length + damaged.length + damagedRecords.length > 0 ? 1 : 0
}

function list(what: string, files: string[]) {
  if (files.length === 0) return
  print(`${count(files.length, 'file')} ${what}:`)
  for (const line of some(files)) print(line)
}
