import type { Allocation } from '../allocation.ts'
import type { Receipt } from '../model.ts'
import { withinAmount } from './checks.ts'
import type { ReviewDeps } from './deps.ts'
import { withAllocations } from './entered-values.ts'
import { findToChange, type Target } from './find.ts'
import { saveRetained } from './save.ts'

/** Makes the new allocations of a receipt from the receipt as it will be stored. */
export type AllocationsOf = (receipt: Receipt) => Allocation[]

/** Sets what a receipt counts for. */
export async function allocate(
  deps: Pick<ReviewDeps, 'store' | 'clock' | 'retention' | 'refreshCreditNotes'>,
  target: Target,
  allocationsOf: AllocationsOf,
): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  const made = { by: target.userId, at: deps.clock.now().toISOString() }
  const changed = withinAmount(withAllocations(receipt, allocationsOf(receipt), made))
  const saved = await saveRetained(deps, changed)
  await deps.refreshCreditNotes(saved)
  return saved
}
