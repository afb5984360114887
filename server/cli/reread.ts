import { parseArgs } from 'node:util'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import type { Reread } from '../receipts/index.ts'
import { createServices } from '../services.ts'
import { count, print, runCommand, UsageError } from './command.ts'

const HELP = `Applies the field rules of this release to text that was read before. No picture is read again and nothing is billed.

usage: npm run reread -- [--user ID]

  --user ID   only the receipts of this user (the sub of their tokens); default: all users
  --help      prints this text

Values set by a person are kept. On a confirmed receipt, different values become a proposal. With local storage the server
must be stopped; on AWS it may run.

exit status: 0 done, 1 not possible, 2 wrong usage
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
    const outcomes: Record<Reread, number> = { unchanged: 0, changed: 0, proposed: 0, not_read: 0 }
    for (const owner of user === undefined ? await reread.owners() : [user]) {
      for await (const { outcome } of reread.ofOwner(owner)) outcomes[outcome]++
    }
    report(outcomes)
    return 0
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

function report({ unchanged, changed, proposed, not_read }: Record<Reread, number>) {
  print(`${count(unchanged + changed + proposed + not_read, 'receipt')} checked`)
  print(`  ${changed} changed`)
  print(`  ${proposed} confirmed, now with a proposal`)
  print(`  ${unchanged} unchanged`)
  if (not_read > 0) print(`  ${not_read} without stored text`)
}
