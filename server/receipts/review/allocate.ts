import type { Allocation } from '../allocation.ts'
import type { Receipt } from '../model.ts'
import { withinAmount } from './checks.ts'
import type { ReviewDeps } from './deps.ts'
import { findToChange, type Target } from './find.ts'
import { saveRetained } from './save.ts'

/**
 * Sets what a receipt counts for.
 * @param allocationsOf makes the new allocations from the receipt as it is stored
 */
export async function allocate(
  deps: Pick<ReviewDeps, 'store' | 'clock' | 'retention' | 'refreshCreditNotes'>,
  target: Target,
  allocationsOf: (receipt: Receipt) => Allocation[],
): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  const allocations = allocationsOf(receipt)
  const changed = withinAmount({ ...receipt, allocations })
  const at = deps.clock.now().toISOString()
  const correction = {
    field: 'allocations',
    old: receipt.allocations,
    new: allocations,
    at,
    by: target.userId,
  }
  const saved = await saveRetained(deps, { ...changed, history: [...receipt.history, correction] })
  await deps.refreshCreditNotes(saved)
  return saved
}
