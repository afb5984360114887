import { parseArgs } from 'node:util'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { readerWorkers } from '../services/readers.ts'
import { createServices, type Services } from '../services.ts'
import { count, print, runCommand, some, UsageError } from './command.ts'
import { type Taken, takeIn } from './import/import-files.ts'
import { openSource } from './import/source.ts'
import { createProgress } from './progress.ts'

const USAGE = 'usage: npm run import -- FOLDER|ZIP --user USER (--help tells more)'

const HELP = `Takes in receipts of before: every picture, PDF and e-invoice of a folder or a zip archive becomes a receipt and is read.

usage: npm run import -- FOLDER|ZIP --user USER

  --user USER  whose they are: the e-mail of an account here, or the sub of a person at Cognito or another provider
  --help       this text

A file the person has already is left out, so that the same command goes on where it was interrupted. Each receipt then
waits to be looked at and confirmed, like an uploaded one. With local storage the server must be stopped; on AWS it may run.

exit status: 0 all files were taken or known, 1 some were not, 2 wrong usage
`

/** Longer than any reading may take: there is nobody to answer meanwhile. */
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
      const atOnce = readerWorkers(services.config.reader)
      const taken = await takeIn(services.receipts, userId, source.files, { atOnce, onEach: progress.step })
      progress.stop()
      report(taken)
      return taken.some((file) => 'refused' in file) ? 1 : 0
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

/** The sub of a person. Only the accounts here can be looked up; elsewhere the caller must know. */
function idOf({ identity: { accounts } }: Services, user: string): string {
  if (!accounts) return user
  const found = accounts.list().find(({ id, email }) => id === user || email === user.toLowerCase())
  if (!found)
    throw new UsageError(`nobody here has the e-mail or id ${user}; npm run user -- list shows who is there`)
  return found.id
}

function report(taken: Taken[]) {
  const receipts = taken.flatMap((file) => ('receipt' in file ? [file.receipt] : []))
  const known = taken.filter((file) => 'knownAs' in file).length
  const refused = taken.flatMap((file) => ('refused' in file ? [`${file.name}: ${file.refused}`] : []))
  const unread = receipts.filter(({ status }) => status === 'unreadable').length
  const waiting = receipts.filter(({ status }) => status === 'reading').length
  print(`${count(receipts.length, 'receipt')} taken in, to be looked at and confirmed`)
  if (unread > 0) print(`  ${unread} of them could not be read and must be typed in`)
  if (waiting > 0) print(`  ${waiting} of them will be read when the server runs`)
  if (known > 0) print(`${count(known, 'file')} known already, left out`)
  if (refused.length > 0) print(`${count(refused.length, 'file')} not taken:`)
  for (const line of some(refused, 50)) print(line.replace(/\p{C}/gu, '?'))
}
