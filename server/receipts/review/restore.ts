import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { workDue } from '../due.ts'
import { hasLooseFiles, type Receipt } from '../model.ts'
import type { Work } from '../parts.ts'
import { ARRIVAL_MS } from './add-file.ts'
import type { ReviewDeps } from './deps.ts'
import { findToReplaceAnywhere, type Target } from './find.ts'
import { save } from './save.ts'

/** Takes a receipt out of the trash, and continues what was left to do on it. */
export async function restore(
  deps: Pick<ReviewDeps, 'store' | 'clock' | 'retention'>,
  target: Target,
): Promise<Receipt> {
  const receipt = await findToReplaceAnywhere(deps, target)
  if (!receipt.trashedAt)
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.notInTrash),
    )
  const restored = { ...receipt, trashedAt: null }
  const duplicateSuspects = await findSuspects(deps.store, restored)
  return save(deps, { ...restored, duplicateSuspects }, { work: workLeft(deps, restored) })
}

/** Reading first, then locking its files. A file that is still being added needs somebody to check that it arrives. */
function workLeft(
  { clock, retention }: Pick<ReviewDeps, 'clock' | 'retention'>,
  receipt: Receipt,
): Work | null {
  const now = clock.now().getTime()
  if (receipt.unreadFileIds.length > 0) return workDue(now)
  return retention.lockingWork(receipt) ?? (hasLooseFiles(receipt) ? workDue(now + ARRIVAL_MS) : null)
}
