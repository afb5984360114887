import { parseArgs } from 'node:util'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import type { Reread } from '../receipts/index.ts'
import { createServices } from '../services.ts'
import { count, print, runCommand, UsageError } from './command.ts'

const HELP = `Takes the text that was read before through the field rules of this release. No picture is read and nothing is paid again.

usage: npm run reread -- [--user ID]

  --user ID   only this person's receipts (the sub of their tokens); everybody's when left out
  --help      this text

What a person set stays. On a confirmed receipt what is found otherwise becomes a proposal. With local storage the
server must be stopped; on AWS it may run.

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
    throw new UsageError('usage: npm run reread -- [--user ID] (--help tells more)')
  }
}

function report({ unchanged, changed, proposed, not_read }: Record<Reread, number>) {
  print(`${count(unchanged + changed + proposed + not_read, 'receipt')} looked at`)
  print(`  ${changed} read otherwise now`)
  print(`  ${proposed} confirmed, with a proposal now`)
  print(`  ${unchanged} as before`)
  if (not_read > 0) print(`  ${not_read} without a text that was read before`)
}
