import { Refusal } from '../../errors.ts'
import { paymentDayOf, type Receipt, ringgitOf } from '../model.ts'

/** @throws Refusal wrong_state: a receipt in the trash cannot be changed */
export function mustBeInUse(receipt: Receipt) {
  if (receipt.trashedAt) throw new Refusal('wrong_state', 'The receipt is in the trash. Restore it first.')
}

/** @throws Refusal wrong_state: while a receipt is being read, its values may still change */
export function mustBeRead(receipt: Receipt) {
  if (receipt.status === 'reading') {
    throw new Refusal('wrong_state', 'The receipt is still being read.', { retryAfter: 2 })
  }
}

/**
 * @returns the receipt, whose allocations lie within the amount that was paid in ringgit and have its sign
 * @throws Refusal validation_failed
 */
export function withinAmount(receipt: Receipt): Receipt {
  const allocated = receipt.allocations.reduce((total, { sen }) => total + sen, 0)
  if (receipt.allocations.length === 0) return receipt
  const paid = ringgitOf(receipt)
  const isWithin = paid !== null && Math.abs(allocated) <= Math.abs(paid)
  // The sign is checked part by part: two parts may not cancel each other out.
  if (isWithin && receipt.allocations.every(({ sen }) => sen === 0 || Math.sign(sen) === Math.sign(paid)))
    return receipt
  const detail =
    paid === null
      ? 'The amount in ringgit must be known before the receipt can count for anything.'
      : `The allocations are ${allocated} of ${paid} sen paid. Change the allocations, or the amount.`
  throw new Refusal('validation_failed', detail, {
    extra: { errors: [{ path: '/allocations', message: 'must be within the amount of the receipt' }] },
  })
}

/** @throws Refusal validation_failed: a confirmed receipt needs a merchant, a date for its year, and its amount in ringgit */
export function mustBeComplete(receipt: Receipt) {
  const missing: { path: string; message: string }[] = []
  if (receipt.merchant === null) missing.push({ path: '/merchant', message: 'is needed' })
  if (paymentDayOf(receipt) === null) missing.push({ path: '/date', message: 'is needed, or paidOn' })
  if (receipt.totalSen === null) missing.push({ path: '/totalSen', message: 'is needed' })
  if (receipt.currency !== 'MYR' && receipt.myrSen === null) {
    missing.push({
      path: '/myrSen',
      message: `is needed: the amount in ringgit of what was paid in ${receipt.currency}`,
    })
  }
  if (missing.length > 0) {
    const fields = missing.map(({ path }) => path.slice(1)).join(', ')
    throw new Refusal('validation_failed', `A confirmed receipt needs ${fields}.`, {
      extra: { errors: missing },
    })
  }
}
