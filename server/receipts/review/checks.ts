import { Refusal } from '../../errors.ts'
import { dayOf, type Receipt, ringgitOf } from '../model.ts'

/** What is in the trash stays as it is. */
export function mustBeInUse(receipt: Receipt) {
  if (receipt.trashedAt) throw new Refusal('wrong_state', 'The receipt is in the trash. Restore it first.')
}

/** What is still being read may yet become something else. */
export function mustBeRead(receipt: Receipt) {
  if (receipt.status === 'reading') {
    throw new Refusal('wrong_state', 'The receipt is still being read.', { retryAfter: 2 })
  }
}

/** No more may be allocated than was paid, nor the other way round. */
export function withinAmount(receipt: Receipt): Receipt {
  const allocated = receipt.allocations.reduce((total, { sen }) => total + sen, 0)
  if (receipt.allocations.length === 0) return receipt
  const paid = ringgitOf(receipt)
  const isWithin = paid !== null && Math.abs(allocated) <= Math.abs(paid)
  // Of nothing there is no part: not even two that cancel each other out.
  if (isWithin && receipt.allocations.every(({ sen }) => sen === 0 || Math.sign(sen) === Math.sign(paid)))
    return receipt
  const detail =
    paid === null
      ? 'What it came to in ringgit must be known before it can count for anything.'
      : `Of ${paid} sen ${allocated} would count. Change what it counts for, or the amount.`
  throw new Refusal('validation_failed', detail, {
    extra: { errors: [{ path: '/allocations', message: 'must lie within the amount of the receipt' }] },
  })
}

/** What a confirmed receipt cannot be without: a day decides its year, an amount what it is worth. */
export function mustBeComplete(receipt: Receipt) {
  const missing: { path: string; message: string }[] = []
  if (receipt.merchant === null) missing.push({ path: '/merchant', message: 'is needed' })
  if (dayOf(receipt) === null) missing.push({ path: '/date', message: 'is needed, or paidOn' })
  if (receipt.totalSen === null) missing.push({ path: '/totalSen', message: 'is needed' })
  if (receipt.currency !== 'MYR' && receipt.myrSen === null) {
    missing.push({ path: '/myrSen', message: `is needed: what ${receipt.currency} came to in ringgit` })
  }
  if (missing.length > 0) {
    const fields = missing.map(({ path }) => path.slice(1)).join(', ')
    throw new Refusal('validation_failed', `A confirmed receipt needs ${fields}.`, {
      extra: { errors: missing },
    })
  }
}
