import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import type { Receipt } from '../model.ts'
import { withinAmount } from './checks.ts'
import type { ReviewDeps } from './deps.ts'
import { findToChange, type Target } from './find.ts'
import { saveRetained } from './save.ts'
import { type AlsoChange, refreshAfter, withChanges } from './with-changes.ts'

/**
 * Takes a confirmation back: the receipt no longer counts and is to be checked again. It keeps `confirmedAt`, by which
 * the law requires it to be kept.
 * @param restore what the confirmation had changed, as it was before
 * @throws Refusal wrong_state where it is not confirmed
 */
export async function unconfirm(
  deps: ReviewDeps,
  target: Target,
  restore: AlsoChange = {},
): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  if (receipt.status !== 'confirmed')
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.notConfirmed),
    )
  const made = { by: target.userId, at: deps.clock.now().toISOString() }
  const reopened: Receipt = {
    ...receipt,
    // While pages are still being read, its values may change again.
    status: receipt.unreadFileIds.length > 0 ? 'reading' : 'needs_review',
    history: [...receipt.history, { field: 'status', old: 'confirmed', new: 'needs_review', ...made }],
  }
  const changed = withinAmount(await withChanges(deps, reopened, restore, made))
  const saved = await saveRetained(deps, changed)
  await refreshAfter(deps, saved, restore)
  return saved
}
