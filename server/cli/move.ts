import { readFile } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { fixOf, nameOf, whyOf } from '../operations/damaged-record.ts'
import { readMapping } from '../operations/move/mapping.ts'
import { type MoveSummary, move } from '../operations/move/move.ts'
import { OperationError } from '../operations/ports.ts'
import { openSource, openTarget } from './move/places.ts'
import { count, print, size, some } from './output.ts'
import { createProgress } from './progress.ts'
import { EXIT } from './usage-error.ts'

interface MoveOptions {
  /** The path of the mapping. */
  users: string
  check?: boolean | undefined
}

/** Copies the data folder to the configured tables and bucket. */
export async function moveToAws({ users, check = false }: MoveOptions): Promise<number> {
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
  const progress = createProgress(
    mapped.reduce((sum, { receipts }) => sum + receipts, 0),
    'receipts',
  )
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
  return failed + damaged > 0 ? EXIT.failed : EXIT.ok
}
