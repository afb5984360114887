import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createLocalDatabase, databaseCopies } from '../adapters/sqlite/local-database.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { type BackupSummary, backup } from '../operations/backup/backup.ts'
import { OperationError } from '../operations/ports.ts'
import { count, print, runCommand, size, some, UsageError } from './command.ts'
import { readPassphrase } from './passphrase.ts'

const HELP = `Puts everything of the data folder (DATA_DIR) into one file: database, receipts, keys. Works while the server runs.

usage: npm run backup -- [--encrypt | --passphrase-file FILE] FILE

FILE is made and must not exist; it is there whole or not at all.

  --encrypt               asks for a passphrase and encrypts the file with it
  --passphrase-file FILE  takes the passphrase from the first line of a file
  --help                  this text

The passphrase may also be in the environment, as BACKUP_PASSPHRASE. Without one the file is not encrypted: whoever can
read it can read every receipt and make sign-ins. docs/keeping.md says what is in it and how it is encrypted.

exit status: 0 done, 1 not done, or files were missing or damaged on the disk, 2 wrong usage
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
      'The receipts are in DynamoDB and S3, which keep earlier states by themselves (docs/keeping.md). To back up the data folder all the same: STORAGE=local npm run backup',
    )
  }
  const passphrase = await readPassphrase({
    file: values['passphrase-file'],
    ask: values.encrypt ? 'twice' : false,
  })
  const summary = await backup({
    dataDir,
    database: createLocalDatabase(join(dataDir, 'tracker.db')),
    copies: databaseCopies,
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
    // Said below.
  }
  throw new UsageError(
    'usage: npm run backup -- [--encrypt | --passphrase-file FILE] FILE (--help tells more)',
  )
}

function report(
  { receipts, files, bytes, deleted, lost, damaged }: BackupSummary,
  to: string,
  sealed: boolean,
) {
  print(`Backed up ${count(receipts, 'receipt')} with ${count(files, 'file')} to ${to} (${size(bytes)}).`)
  print(
    sealed
      ? 'It is encrypted: without the passphrase nobody can restore it, you neither.'
      : 'It is not encrypted: whoever can read it can read every receipt and make sign-ins. Keep it private.',
  )
  list('deleted while the backup ran', deleted)
  list('named by the database and missing on the disk', lost)
  list('not what was uploaded: damaged on the disk', damaged)
  return lost.length + damaged.length > 0 ? 1 : 0
}

function list(what: string, files: string[]) {
  if (files.length === 0) return
  print(`${count(files.length, 'file')} ${what}:`)
  for (const line of some(files)) print(line)
}
