import { parseArgs } from 'node:util'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import type { Reread } from '../receipts/index.ts'
import { createServices } from '../services.ts'
import { count, print, runCommand, some, UsageError } from './command.ts'

const HELP = `Applies the field rules of this release to text that was read before. No picture is read again and nothing is billed.

usage: npm run reread -- [--user ID]

  --user ID   only the receipts of this user (the sub of their tokens); default: all users
  --help      prints this text

Values set by a person are kept. On a confirmed receipt, different values become a proposal. With local storage the server
must be stopped; on AWS it may run.

A receipt whose record is damaged stays as it is and is listed: open it in the app and read it again there.

exit status: 0 done, 1 not possible, or some receipts are damaged, 2 wrong usage
`

await runCommand(async () => {
  const { user, help } = readArguments()
  if (help) {
    print(HELP.trimEnd())
    return 0
  }
  const services = await createServices(loadConfig(process.env, readEnvFile()))
  try {
    const { reread } = services.receipts
    const outcomes: Outcomes = { unchanged: [], changed: [], proposed: [], not_read: [], damaged: [] }
    for (const owner of user === undefined ? await reread.owners() : [user]) {
      for await (const { id, outcome } of reread.ofOwner(owner)) outcomes[outcome].push(id)
    }
    report(outcomes)
    return outcomes.damaged.length > 0 ? 1 : 0
  } finally {
    await services.close()
  }
})

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { user: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    return values
  } catch {
    throw new UsageError('usage: npm run reread -- [--user ID] (--help prints more)')
  }
}

/** Ids of receipts. */
type Outcomes = Record<Reread, string[]>

function report({ unchanged, changed, proposed, not_read, damaged }: Outcomes) {
  print(`${count([unchanged, changed, proposed, not_read, damaged].flat().length, 'receipt')} checked`)
  print(`  ${changed.length} changed`)
  print(`  ${proposed.length} confirmed, now with a proposal`)
  print(`  ${unchanged.length} unchanged`)
  if (not_read.length > 0) print(`  ${not_read.length} without stored text`)
  if (damaged.length === 0) return
  print(`  ${damaged.length} damaged, left unchanged; open each in the app and read it again:`)
  for (const line of some(damaged, 100)) print(`  ${line}`)
}
