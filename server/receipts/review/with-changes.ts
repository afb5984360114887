import type { FieldValues } from '../fields.ts'
import type { Receipt } from '../model.ts'
import type { AllocationsOf } from './allocate.ts'
import type { ReviewDeps } from './deps.ts'
import { type ChangedBy, withAllocations, withCorrections } from './entered-values.ts'

/** Values and allocations that are changed together with the status of a receipt. */
export interface AlsoChange {
  changes?: Partial<FieldValues> | undefined
  /** Undefined: the allocations stay. */
  allocationsOf?: AllocationsOf | undefined
}

/** The receipt with these changes and what follows from them, and a history as if they had been made one by one. */
export async function withChanges(
  { withDerivedFields }: Pick<ReviewDeps, 'withDerivedFields'>,
  receipt: Receipt,
  { changes, allocationsOf }: AlsoChange,
  made: ChangedBy,
): Promise<Receipt> {
  const corrected = changes ? await withDerivedFields(withCorrections(receipt, changes, made)) : receipt
  return allocationsOf ? withAllocations(corrected, allocationsOf(corrected), made) : corrected
}

/** Refreshes the credit notes to a receipt that was saved with these changes. */
export async function refreshAfter(
  { refreshCreditNotes }: Pick<ReviewDeps, 'refreshCreditNotes'>,
  saved: Receipt,
  { changes, allocationsOf }: AlsoChange,
): Promise<void> {
  if (changes || allocationsOf) await refreshCreditNotes(saved)
}
