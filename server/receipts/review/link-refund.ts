import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { type Receipt, ringgitOf } from '../model.ts'
import { isRefund, originalIdOf } from '../refunds.ts'
import { mustBeInUse } from './checks.ts'
import type { ReviewDeps } from './deps.ts'
import { findShown, findToChange, type Target } from './find.ts'
import { saveRetained } from './save.ts'

type LinkDeps = Pick<ReviewDeps, 'store' | 'clock' | 'retention' | 'withDerivedFields' | 'refreshCreditNotes'>

/**
 * Records which purchase a receipt gives money back for, and suggests anew what that takes back.
 * @param receiptId null: none of the person's receipts
 * @throws Refusal wrong_state where it gives nothing back, validation_failed where the other is no purchase
 */
export async function linkRefund(deps: LinkDeps, target: Target, receiptId: string | null): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  if (!isRefund(receipt))
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.noRefund),
    )
  if (receiptId !== null) mustBePurchase(receipt, await findShown(deps, target.userId, receiptId))
  const correction = {
    field: 'refundOf',
    old: originalIdOf(receipt),
    new: receiptId,
    by: target.userId,
    at: deps.clock.now().toISOString(),
  }
  const linked = { ...receipt, refundOf: { receiptId }, history: [...receipt.history, correction] }
  const saved = await saveRetained(deps, await deps.withDerivedFields(linked))
  await deps.refreshCreditNotes(saved)
  return saved
}

function mustBePurchase(receipt: Receipt, other: Receipt) {
  mustBeInUse(other)
  if (other.id !== receipt.id && (ringgitOf(other) ?? 0) > 0) return
  throw new Refusal(
    'validation_failed',
    say(({ refusals }) => refusals.notAPurchase),
    { errors: [{ path: '/receiptId', message: say(({ values }) => values.otherPurchase) }] },
  )
}
