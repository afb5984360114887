import type { Receipt } from '../model.ts'
import {
  mustBeComplete,
  mustBeInKnownCurrency,
  mustBeRead,
  mustHaveEvidence,
  mustHavePaper,
  withinAmount,
} from './checks.ts'
import type { ReviewDeps } from './deps.ts'
import type { ChangedBy } from './entered-values.ts'
import { findToChange, type Target } from './find.ts'
import { saveRetained } from './save.ts'
import { type AlsoChange, refreshAfter, withChanges } from './with-changes.ts'

/**
 * Confirms that a receipt is right: from then on it counts, and must be kept. What else is changed is stored in the same
 * write.
 */
export async function confirm(deps: ReviewDeps, target: Target, also: AlsoChange = {}): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  mustBeRead(receipt)
  mustHaveEvidence(receipt)
  mustHavePaper(receipt)
  const made = { by: target.userId, at: deps.clock.now().toISOString() }
  const changed = await withChanges(deps, receipt, also, made)
  mustBeComplete(changed)
  mustBeInKnownCurrency(changed)
  // A later reading may have found a smaller amount than the one that was allocated.
  withinAmount(changed)
  const confirmedAt = receipt.confirmedAt ?? made.at
  const saved = await saveRetained(deps, {
    ...changed,
    status: 'confirmed',
    unreadableReason: null,
    confirmedAt,
    history: [...changed.history, ...confirmedAgain(receipt, made)],
  })
  await refreshAfter(deps, saved, also)
  return saved
}

/** The history of a receipt tells each confirmation after the first, whose time is `confirmedAt`. */
function confirmedAgain(receipt: Receipt, made: ChangedBy): Receipt['history'] {
  if (receipt.confirmedAt === null || receipt.status === 'confirmed') return []
  return [{ field: 'status', old: receipt.status, new: 'confirmed', ...made }]
}
