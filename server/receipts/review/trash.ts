import { refreshDuplicateSuspects } from '../derived/duplicates.ts'
import { workDue } from '../due.ts'
import type { Receipt } from '../model.ts'
import type { ReviewDeps } from './deps.ts'
import { findToReplace, type Target } from './find.ts'
import { save } from './save.ts'

/**
 * Moves a receipt to the trash, from where it is purged later.
 * @param acknowledgedUntil the retention date (YYYY-MM-DD) the person has confirmed they saw
 * @throws Refusal confirmation_needed where the receipt must be kept and the person has not confirmed that date
 */
export async function trash(
  deps: Pick<ReviewDeps, 'store' | 'clock' | 'retention'>,
  target: Target,
  acknowledgedUntil: string | undefined,
): Promise<Receipt> {
  const { store, clock, retention } = deps
  const receipt = await findToReplace(deps, target)
  await retention.assertMayTrash(receipt, acknowledgedUntil)
  const trashed = { ...receipt, trashedAt: clock.now().toISOString() }
  const purgeAt = await retention.purgeAt(trashed)
  const saved = await save(deps, trashed, { work: workDue(purgeAt.getTime()) })
  await refreshDuplicateSuspects(store, saved)
  return saved
}
