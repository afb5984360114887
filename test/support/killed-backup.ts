import { join } from 'node:path'
import { createDatabaseCopies, createLocalDatabase } from '../../server/adapters/sqlite/local-database.ts'
import { lockFolder } from '../../server/adapters/sqlite/process-lock.ts'
import { backup } from '../../server/operations/backup/backup.ts'
import { storedKinds } from '../../server/services/stored-kinds.ts'

/** A backup that kills itself, as a power cut would: KILL is `copied` or `archiving`. */
const { DATA_DIR = '', TO = '', KILL, BACKUP_PASSPHRASE } = process.env
const killAt = (moment: string) => {
  if (KILL === moment) process.kill(process.pid, 'SIGKILL')
}

const database = createLocalDatabase(join(DATA_DIR, 'tracker.db'))
const copies = createDatabaseCopies(storedKinds)
await backup({
  dataDir: DATA_DIR,
  to: TO,
  passphrase: BACKUP_PASSPHRASE,
  lock: lockFolder,
  now: new Date(),
  database: {
    ...database,
    copyTo(copy) {
      database.copyTo(copy)
      killAt('copied')
    },
  },
  copies: {
    ...copies,
    open(path) {
      const found = copies.open(path)
      return {
        ...found,
        *receipts() {
          for (const receipt of found.receipts()) {
            yield receipt
            killAt('archiving')
          }
        },
      }
    },
  },
})
