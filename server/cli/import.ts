import { readerWorkers } from '../services/readers.ts'
import type { Services } from '../services.ts'
import { type ImportResult, importFiles } from './import/import-files.ts'
import { openSource } from './import/source.ts'
import { openServices } from './open-services.ts'
import { count, print, printable, some } from './output.ts'
import { createProgress } from './progress.ts'
import { EXIT, UsageError } from './usage-error.ts'

/** Longer than any reading takes, because no client is waiting. */
const WAIT_MS = 600_000

/** Makes a receipt of every file of a folder or archive. */
export async function importReceipts(path: string, { user }: { user: string }): Promise<number> {
  const source = await openSource(path)
  try {
    const services = await openServices({ waitMs: WAIT_MS })
    try {
      const userId = idOf(services, user)
      const progress = createProgress(source.files.length, 'files')
      const concurrency = readerWorkers(services.config.reader)
      const options = { concurrency, onEach: progress.step }
      const results = await importFiles(services.receipts, userId, source.files, options)
      progress.stop()
      report(results)
      return results.some((file) => 'refused' in file) ? EXIT.failed : EXIT.ok
    } finally {
      await services.close()
    }
  } finally {
    source.close()
  }
}

/** The sub of a user. Only local accounts can be looked up by e-mail. */
function idOf({ identity: { accounts } }: Services, user: string): string {
  if (!accounts) return user
  const found = accounts.list().find(({ id, email }) => id === user || email === user.toLowerCase())
  if (!found)
    throw new UsageError(`no account has the e-mail or id ${user}; npm run user -- list shows all accounts`)
  return found.id
}

function report(results: ImportResult[]) {
  const receipts = results.flatMap((file) => ('receipt' in file ? [file.receipt] : []))
  const skipped = results.filter((file) => 'existingId' in file).length
  const refused = results.flatMap((file) => ('refused' in file ? [`${file.name}: ${file.refused}`] : []))
  const unread = receipts.filter(({ status }) => status === 'unreadable').length
  const waiting = receipts.filter(({ status }) => status === 'reading').length
  print(`${count(receipts.length, 'receipt')} imported, to be reviewed and confirmed`)
  if (unread > 0) print(`  ${unread} of them could not be read and must be entered by hand`)
  if (waiting > 0) print(`  ${waiting} of them will be read when the server runs`)
  if (skipped > 0) print(`${count(skipped, 'file')} skipped: already imported`)
  if (refused.length > 0) print(`${count(refused.length, 'file')} refused:`)
  for (const line of some(refused, 50)) print(printable(line))
}
