import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { findSuspects, refreshDuplicateSuspects } from '../derived/duplicates.ts'
import type { Receipt } from '../model.ts'
import type { Verdict } from '../parts.ts'
import type { ReviewDeps } from './deps.ts'
import { findShown, findToChange, type Target } from './find.ts'
import { save } from './save.ts'

/** Records a person's verdict on a suspected duplicate, for both receipts. */
export async function settleDuplicate(
  deps: Pick<ReviewDeps, 'store' | 'clock'>,
  target: Target,
  verdict: Verdict,
): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  if (verdict.of === receipt.id) {
    throw new Refusal(
      'validation_failed',
      say(({ refusals }) => refusals.duplicateOfItself),
    )
  }
  // A suspect that was purged meanwhile can still be settled.
  const isSuspect = receipt.duplicateSuspects.some((suspect) => suspect.id === verdict.of)
  if (!isSuspect) await findShown(deps, target.userId, verdict.of)
  const others = receipt.verdicts.filter((earlier) => earlier.of !== verdict.of)
  const settled = { ...receipt, verdicts: [...others, verdict] }
  const saved = await save(deps, {
    ...settled,
    duplicateSuspects: await findSuspects(deps.store, settled),
  })
  await refreshDuplicateSuspects(deps.store, saved)
  return saved
}
