import { reduces } from '../reading/ubl/invoice.ts'
import { storedKeys } from '../stored-keys.ts'
import { noteKeys } from './einvoice.ts'
import { type Receipt, ringgitOf } from './model.ts'

/** Whether it gives money back: a credit or refund note, or a receipt of less than nothing. */
export const isRefund = (receipt: Receipt) => isNote(receipt) || (ringgitOf(receipt) ?? 0) < 0

/** Whether it is an e-invoice that takes from an earlier one. */
export const isNote = ({ einvoice }: Pick<Receipt, 'einvoice'>) =>
  einvoice?.source === 'file' && reduces(einvoice.type)

/** The receipt that it gives money back for: what a person said, else what its e-invoice refers to. Null: none is known. */
export function originalIdOf({ refundOf, einvoice }: Pick<Receipt, 'refundOf' | 'einvoice'>): string | null {
  if (refundOf) return refundOf.receiptId
  return einvoice?.source === 'file' ? einvoice.originalReceiptId : null
}

/** The look-up key of receipts that a person linked to the purchase with this id. */
export const refundKey = (id: string) => storedKeys.refundOf.of(id)

/** The look-up keys of the receipts that may give money back for this one; `originalIdOf` says which of them do. */
export const keysOfRefunds = ({ id, einvoice }: Pick<Receipt, 'id' | 'einvoice'>) => [
  refundKey(id),
  ...noteKeys(einvoice),
]
