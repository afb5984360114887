import type { Reread } from '../receipts/index.ts'
import { openServices } from './open-services.ts'
import { count, print, some } from './output.ts'
import { EXIT } from './usage-error.ts'

/** Applies the field rules of this release to the stored texts. @param user the id of one owner; default: all */
export async function reread({ user }: { user?: string | undefined }): Promise<number> {
  const services = await openServices()
  try {
    const { reread } = services.receipts
    const outcomes: Outcomes = { unchanged: [], changed: [], proposed: [], not_read: [], damaged: [] }
    for (const owner of user === undefined ? await reread.owners() : [user]) {
      for await (const { id, outcome } of reread.ofOwner(owner)) outcomes[outcome].push(id)
    }
    report(outcomes)
    return outcomes.damaged.length > 0 ? EXIT.failed : EXIT.ok
  } finally {
    await services.close()
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
