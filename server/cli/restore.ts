import { parseArgs } from 'node:util'
import { createDatabaseCopies, createLocalDatabase } from '../adapters/sqlite/local-database.ts'
import { lockFolder } from '../adapters/sqlite/process-lock.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { restore } from '../operations/restore/restore.ts'
import { storedKinds } from '../services/stored-kinds.ts'
import { count, print, runCommand, some, UsageError } from './command.ts'
import { printDamaged } from './damaged-records.ts'
import { readPassphrase } from './passphrase.ts'

const HELP = `Restores a data folder (DATA_DIR) from a file of npm run backup, completely or not at all.

usage: npm run restore -- [--passphrase-file FILE] FILE

The folder must be empty or missing. The hash of every file and the database are checked.

  --passphrase-file FILE  reads the passphrase from the first line of a file
  --help                  prints this text

The passphrase of an encrypted backup can also be set as BACKUP_PASSPHRASE; otherwise it is asked for. Everybody must sign in
again afterwards, so that no session that ended after the backup becomes valid again.

exit status: 0 done, 1 failed, 2 wrong usage
`

await runCommand(async () => {
  const { values, file } = readArguments()
  if (values.help || file === undefined) {
    print(HELP.trimEnd())
    return 0
  }
  // A backup is always restored to local storage, whatever is configured.
  const { dataDir } = loadConfig({ ...process.env, STORAGE: 'local' }, readEnvFile())
  const { createdAt, receipts, files, missing, damaged, damagedRecords } = await restore({
    from: file,
    dataDir,
    copies: createDatabaseCopies(storedKinds),
    schema: createLocalDatabase(dataDir).schema,
    lock: lockFolder,
    passphrase: async () => (await readPassphrase({ file: values['passphrase-file'], ask: 'once' })) ?? '',
    now: systemClock.now(),
  })
  print(
    `Restored ${count(receipts, 'receipt')} with ${count(files, 'file')} to ${dataDir}, as of ${createdAt}.`,
  )
  print('Everybody must sign in again.')
  for (const [what, keys] of [
    ['missing when the backup was made', missing],
    ['damaged when the backup was made', damaged],
  ] as const) {
    if (keys.length > 0) print([`${count(keys.length, 'file')} ${what}:`, ...some([...keys])].join('\n'))
  }
  printDamaged('They are as they were when the backup was made', damagedRecords)
  return 0
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'passphrase-file': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help || positionals.length === 1) return { values, file: positionals[0] }
  } catch {
    // Reported below.
  }
  throw new UsageError('usage: npm run restore -- [--passphrase-file FILE] FILE (--help prints more)')
}
