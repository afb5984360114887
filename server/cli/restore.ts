import { parseArgs } from 'node:util'
import { createLocalDatabase, databaseCopies } from '../adapters/sqlite/local-database.ts'
import { lockFolder } from '../adapters/sqlite/process-lock.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { restore } from '../operations/restore/restore.ts'
import { count, print, runCommand, some, UsageError } from './command.ts'
import { readPassphrase } from './passphrase.ts'

const HELP = `Makes a data folder (DATA_DIR) from a file of npm run backup: all of it or nothing.

usage: npm run restore -- [--passphrase-file FILE] FILE

The folder must be empty or not there yet. Every file is held to its hash, and the database is checked.

  --passphrase-file FILE  takes the passphrase from the first line of a file
  --help                  this text

The passphrase of an encrypted backup may also be in the environment, as BACKUP_PASSPHRASE; else it is asked for.
Everybody has to sign in again afterwards, so that no session comes alive that was ended after the backup was made.

exit status: 0 done, 1 not done, 2 wrong usage
`

await runCommand(async () => {
  const { values, file } = readArguments()
  if (values.help || file === undefined) {
    print(HELP.trimEnd())
    return 0
  }
  // What is restored is local, whatever else is configured.
  const { dataDir } = loadConfig({ ...process.env, STORAGE: 'local' }, readEnvFile())
  const { createdAt, receipts, files, missing, damaged } = await restore({
    from: file,
    dataDir,
    copies: databaseCopies,
    schema: createLocalDatabase(dataDir).schema,
    lock: lockFolder,
    passphrase: async () => (await readPassphrase({ file: values['passphrase-file'], ask: 'once' })) ?? '',
    now: systemClock.now(),
  })
  print(
    `Restored ${count(receipts, 'receipt')} with ${count(files, 'file')} to ${dataDir}, as of ${createdAt}.`,
  )
  print('Everybody has to sign in again.')
  for (const [what, keys] of [
    ['missing when the backup was made', missing],
    ['damaged when the backup was made', damaged],
  ] as const) {
    if (keys.length > 0) print([`${count(keys.length, 'file')} ${what}:`, ...some([...keys])].join('\n'))
  }
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
    // Said below.
  }
  throw new UsageError('usage: npm run restore -- [--passphrase-file FILE] FILE (--help tells more)')
}
