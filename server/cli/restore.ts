import { createDatabaseCopies, createLocalDatabase } from '../adapters/sqlite/local-database.ts'
import { lockFolder } from '../adapters/sqlite/process-lock.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { restore } from '../operations/restore/restore.ts'
import { storedKinds } from '../services/stored-kinds.ts'
import { printDamaged } from './damaged-records.ts'
import { count, print, some } from './output.ts'
import { readPassphrase } from './passphrase.ts'
import { EXIT } from './usage-error.ts'

interface RestoreOptions {
  passphraseFile?: string | undefined
}

/** Restores the data folder from a backup. */
export async function restoreFrom(file: string, { passphraseFile }: RestoreOptions): Promise<number> {
  // A backup is always restored to local storage, whatever is configured.
  const { dataDir } = loadConfig({ ...process.env, STORAGE: 'local' }, readEnvFile())
  const { createdAt, receipts, files, missing, damaged, damagedRecords } = await restore({
    from: file,
    dataDir,
    copies: createDatabaseCopies(storedKinds),
    schema: createLocalDatabase(dataDir).schema,
    lock: lockFolder,
    passphrase: async () => (await readPassphrase({ file: passphraseFile, ask: 'once' })) ?? '',
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
  return EXIT.ok
}
