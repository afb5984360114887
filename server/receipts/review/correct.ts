import type { FieldValues } from '../fields.ts'
import type { Receipt } from '../model.ts'
import { mustBeComplete, withinAmount } from './checks.ts'
import type { ReviewDeps } from './deps.ts'
import { withCorrections } from './entered-values.ts'
import { findToReplace, type Target } from './find.ts'
import { saveRetained } from './save.ts'

/** The values to set. `proposal: null` dismisses the proposal of a later reading. */
export type Patch = Partial<FieldValues> & { proposal?: null | undefined }

/** Corrects values. Each correction is kept in the history. */
export async function correct(
  deps: ReviewDeps,
  target: Target,
  { proposal, ...values }: Patch,
): Promise<Receipt> {
  const receipt = await findToReplace(deps, target)
  const made = { by: target.userId, at: deps.clock.now().toISOString() }
  const changed: Receipt = {
    ...withCorrections(receipt, values, made),
    proposal: proposal === null ? null : receipt.proposal,
  }
  if (changed.status === 'confirmed') mustBeComplete(changed)
  withinAmount(changed)
  const saved = await saveRetained(deps, await deps.withDerivedFields(changed))
  await deps.refreshCreditNotes(saved)
  return saved
}
