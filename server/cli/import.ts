import { parseArgs } from 'node:util'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { readerWorkers } from '../services/readers.ts'
import { createServices, type Services } from '../services.ts'
import { count, print, runCommand, some, UsageError } from './command.ts'
import { type ImportResult, importFiles } from './import/import-files.ts'
import { openSource } from './import/source.ts'
import { createProgress } from './progress.ts'

const USAGE = 'usage: npm run import -- FOLDER|ZIP --user USER (--help prints more)'

const HELP = `Imports older receipts: every picture, PDF and e-invoice in a folder or zip archive becomes a receipt and is read.

usage: npm run import -- FOLDER|ZIP --user USER

  --user USER  the owner: the e-mail of a local account, or the sub of a user of Cognito or another provider
  --help       prints this text

A file that the owner already has is skipped, so the command can be repeated after an interruption. Each receipt then waits
for review, like an upload. With local storage the server must be stopped; on AWS it may run.


exit status: 0 all files were imported or skipped, 1 some were refused, 2 wrong usage
`

/** Longer than any reading takes, because no client is waiting. */
const WAIT_MS = 600_000

await runCommand(async () => {
  const { help, path, user } = readArguments()
  if (help) {
    print(HELP.trimEnd())
    return 0
  }
  const source = await openSource(path)
  try {
    const services = await createServices(loadConfig(process.env, readEnvFile()), { waitMs: WAIT_MS })
    try {
      const userId = idOf(services, user)
      const progress = createProgress(source.files.length)
      const concurrency = readerWorkers(services.config.reader)
      const options = { concurrency, onEach: progress.step }
      const results = await importFiles(services.receipts, userId, source.files, options)
      progress.stop()
      report(results)
      return results.some((file) => 'refused' in file) ? 1 : 0
    } finally {
      await services.close()
    }
  } finally {
    source.close()
  }
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { user: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    const [path, ...more] = positionals
    if (values.help) return { help: true, path: '', user: '' }
    if (path === undefined || more.length > 0 || !values.user) throw new UsageError(USAGE)
    return { help: false, path, user: values.user }
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
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
  for (const line of some(refused, 50)) print(line.replace(/\p{C}/gu, '?'))
}
