import { findRecord } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import type { Target } from '../review/find.ts'
import { createParts } from './create-parts.ts'
import type { SplittingDeps } from './deps.ts'
import { split } from './split.ts'
import { unsplit } from './unsplit.ts'

/** How a picture of several receipts becomes a receipt of each. */
export function createSplitting(deps: SplittingDeps) {
  return {
    /**
     * @returns the receipt and those that were split off it and are still there; `leased`: it was split now, is leased
     * by this process with its first attempt to read it counted, and all are to be read
     */
    async split(target: Target, fileId?: string) {
      const { receipt, partIds, isNew } = await split(deps, target, fileId)
      const leased = isNew ? await createParts(deps, receipt) : undefined
      const parts = await Promise.all(partIds.map((id) => findRecord(deps.store, target.userId, id)))
      return {
        receipt: leased ?? receipt,
        parts: parts.flatMap((found) => (found && found.receipt.status !== 'receiving' ? found.receipt : [])),
        leased,
      }
    },
    unsplit: (target: Target, fileId?: string) => unsplit(deps, target, fileId),
    /** Stores the receipts that a split which was interrupted has not. */
    createParts: (leased: Receipt) => createParts(deps, leased),
  }
}

export type Splitting = ReturnType<typeof createSplitting>
