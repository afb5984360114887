import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { fixOf, nameOf, whyOf } from '../operations/damaged-record.ts'
import { readMapping } from '../operations/move/mapping.ts'
import { type MoveSummary, move } from '../operations/move/move.ts'
import { OperationError } from '../operations/ports.ts'
import { count, print, runCommand, size, some, UsageError } from './command.ts'
import { openSource, openTarget } from './move/places.ts'

const HELP = `Copies receipts with their history, files and texts, facts by year, statements and decisions from the data folder (DATA_DIR)
to the configured tables and bucket. The server must be stopped. The source is not changed. After an interruption, run the
command again; it continues.

usage: npm run move -- --to aws --users MAPPING.csv [--check]

  --users FILE  lines of local-user,cognito-sub: the e-mail or id of a local account, and the sub in the user pool
                (npm run user -- list shows the accounts; those that are not in the file are not copied, and listed)
  --check       writes nothing, prints what would be copied, and checks the hash of every file
  --help        prints this text

A record that is damaged here is not copied, and listed with its fix; it stays in the data folder.

exit status: 0 everything in the mapping is copied, 1 some could not be copied, 2 wrong usage
`

await runCommand(async () => {
  const { help, users = '', check = false } = readArguments()
  if (help) {
    print(HELP.trimEnd())
    return 0
  }
  const { dataDir, storage } = loadConfig({ ...process.env, STORAGE: 'aws' }, readEnvFile())
  if (storage.kind !== 'aws') throw new Error('STORAGE=aws was ignored')
  const csv = await readFile(users, 'utf8')

  await using closing = new AsyncDisposableStack()
  const source = await openSource(dataDir, closing)
  const owners = source.receipts.owners()
  const mapping = readMapping(csv, owners)
  const mapped = owners.filter(({ userId }) => mapping.has(userId))
  if (mapped.length === 0) throw new OperationError('The mapping contains no local account.')
  const target = await openTarget(storage, check, closing)
  const progress = createProgress(mapped.reduce((sum, { receipts }) => sum + receipts, 0))
  try {
    const summary = await move({
      receipts: source.receipts,
      source: source.files,
      target,
      mapping,
      check,
      now: systemClock.now,
      onEach: progress.step,
    })
    progress.stop()
    return report(summary, check)
  } finally {
    progress.stop()
  }
})

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        to: { type: 'string' },
        users: { type: 'string' },
        check: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help || (values.to === 'aws' && values.users)) return values
  } catch {
    // Reported below.
  }
  throw new UsageError('usage: npm run move -- --to aws --users MAPPING.csv [--check] (--help prints more)')
}

function createProgress(receipts: number): { step(): void; stop(): void } {
  if (!process.stderr.isTTY) return { step() {}, stop() {} }
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} receipts, {eta_formatted} left', clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(receipts, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}

function report({ owners, unmapped }: MoveSummary, check: boolean): number {
  for (const { email, userId, sub, ...of } of owners) {
    print(`${email ?? userId} -> ${sub}`)
    const moved = `${count(of.moved, 'receipt')} with ${count(of.files, 'file')} (${size(of.bytes)})`
    print(`  ${moved} ${check ? 'to copy' : 'copied'}, ${of.alreadyThere} there already`)
    const { moved: documents, alreadyThere } = of.documents
    if (documents + alreadyThere > 0) {
      const copied = `${count(documents, 'other document')} ${check ? 'to copy' : 'copied'}`
      print(`  ${copied}, ${alreadyThere} there already`)
    }
    if (of.unfinished > 0) print(`  ${count(of.unfinished, 'upload')} never finished, skipped`)
    const left = [
      ...of.damaged.map((record) => `${nameOf(record)}: ${whyOf(record)}; ${fixOf(record)}`),
      ...of.failed.map(({ id, why }) => `${id}: ${why}`),
    ]
    if (left.length === 0) continue
    print(`  ${left.length} not ${check ? 'to be copied' : 'copied'}:`)
    for (const line of some(left, 50)) print(`  ${line}`)
  }
  if (unmapped.length > 0) {
    print(`Not in the mapping and not ${check ? 'to be copied' : 'copied'}:`)
    for (const { email, userId, receipts } of unmapped) {
      print(`  ${email ?? '(no account)'} ${userId}: ${count(receipts, 'receipt')}`)
    }
  }
  const failed = owners.reduce((sum, owner) => sum + owner.failed.length, 0)
  const damaged = owners.reduce((sum, owner) => sum + owner.damaged.length, 0)
  if (check) print('Nothing was written.')
  else if (failed > 0)
    print(`${count(failed, 'record')} could not be copied. Run the command again to retry.`)
  if (damaged > 0) {
    print(
      `${count(damaged, 'record')} ${damaged === 1 ? 'is' : 'are'} damaged and stay${damaged === 1 ? 's' : ''} in the data folder: keep it. Start the server there, fix them as said, and run the command again.`,
    )
  }
  return failed + damaged > 0 ? 1 : 0
}
