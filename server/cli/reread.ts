import type { Reread } from '../receipts/index.ts'
import { openServices } from './open-services.ts'
import { count, print, some } from './output.ts'
import { EXIT } from './usage-error.ts'

/** Applies the field rules of this release to the stored texts. @param user the id of one owner; default: all */
export async function reread({ user }: { user?: string | undefined }): Promise<number> {
  const services = await openServices()
  try {
    const { reread } = services.receipts
    const outcomes: Outcomes = {
      unchanged: [],
      changed: [],
      proposed: [],
      not_read: [],
      damaged: [],
      failed: [],
    }
    for (const owner of user === undefined ? await reread.owners() : [user]) {
      for await (const { id, outcome } of reread.ofOwner(owner)) outcomes[outcome].push(id)
    }
    report(outcomes)
    return outcomes.damaged.length + outcomes.failed.length > 0 ? EXIT.failed : EXIT.ok
  } finally {
    await services.close()
  }
}

/** Ids of receipts. */
type Outcomes = Record<Reread, string[]>

function report(outcomes: Outcomes) {
  const { unchanged, changed, proposed, not_read, damaged, failed } = outcomes
  print(`${count(Object.values(outcomes).flat().length, 'receipt')} checked`)
  print(`  ${changed.length} changed`)
  print(`  ${proposed.length} confirmed, now with a proposal`)
  print(`  ${unchanged.length} unchanged`)
  if (not_read.length > 0) print(`  ${not_read.length} without stored text`)
  list(damaged, 'damaged, left unchanged; open each in the app and read it again:')
  list(failed, 'left unchanged, as the rules failed on them:')
}

function list(ids: string[], what: string) {
  if (ids.length === 0) return
  print(`  ${ids.length} ${what}`)
  for (const line of some(ids, 100)) print(`  ${line}`)
}
