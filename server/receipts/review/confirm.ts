import type { Receipt } from '../model.ts'
import { mustBeComplete, mustBeRead, withinAmount } from './checks.ts'
import type { ReviewDeps } from './deps.ts'
import { findToChange, type Target } from './find.ts'
import { saveRetained } from './save.ts'

/** Confirms that a receipt is right: from then on it counts, and must be kept. */
export async function confirm(
  deps: Pick<ReviewDeps, 'store' | 'clock' | 'retention'>,
  target: Target,
): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  mustBeRead(receipt)
  mustBeComplete(receipt)
  // A later reading may have found a smaller amount than the one that was allocated.
  withinAmount(receipt)
  const confirmedAt = receipt.confirmedAt ?? deps.clock.now().toISOString()
  return saveRetained(deps, { ...receipt, status: 'confirmed', unreadableReason: null, confirmedAt })
}
