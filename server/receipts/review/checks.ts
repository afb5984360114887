import { Refusal, type ValueError } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { paymentDayOf, type Receipt, ringgitOf } from '../model.ts'
import { isUnsure } from '../unsure.ts'

/** @throws Refusal wrong_state: a receipt in the trash cannot be changed */
export function mustBeInUse(receipt: Receipt) {
  if (receipt.trashedAt)
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.inTrash),
    )
}

/** @throws Refusal wrong_state: while a receipt is being read, its values may still change */
export function mustBeRead(receipt: Receipt) {
  if (receipt.status === 'reading') {
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.stillBeingRead),
      { retryAfter: 2 },
    )
  }
}

/** Whether it was entered without a paper, and none has come since. */
export const lacksPaper = ({ needsPaper, files }: Pick<Receipt, 'needsPaper' | 'files'>) =>
  needsPaper && files.every(({ role }) => role === 'certificate')

/** @throws Refusal paper_needed for a payment that was expected and that no file shows */
export function mustHavePaper(receipt: Receipt) {
  if (!lacksPaper(receipt)) return
  throw new Refusal(
    'paper_needed',
    say(({ refusals }) => refusals.paperNeeded),
  )
}

/** @throws Refusal file_not_evidence: all that shows it are consolidated e-invoices */
export function mustHaveEvidence({ files }: Receipt) {
  const shown = files.filter(({ role }) => role === 'receipt')
  if (shown.length === 0 || !shown.every(({ problems = [] }) => problems.includes('consolidated'))) return
  throw new Refusal(
    'file_not_evidence',
    say(({ refusals }) => refusals.onlyConsolidated),
    { extra: { reason: 'consolidated' } },
  )
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
  const detail = say(({ refusals }) =>
    paid === null ? refusals.amountUnknown : refusals.allocationsBeyond(allocated, paid),
  )
  throw new Refusal('validation_failed', detail, {
    errors: [{ path: '/allocations', message: say(({ values }) => values.withinAmount) }],
  })
}

/** @throws Refusal validation_failed: a confirmed receipt needs a merchant, a date for its year, and its amount in ringgit */
export function mustBeComplete(receipt: Receipt) {
  const missing: ValueError[] = []
  const needed = say(({ values }) => values.needed)
  if (receipt.merchant === null) missing.push({ path: '/merchant', message: needed })
  if (paymentDayOf(receipt) === null)
    missing.push({ path: '/date', message: say(({ values }) => values.neededOrPaidOn) })
  if (receipt.totalSen === null) missing.push({ path: '/totalSen', message: needed })
  const { currency } = receipt
  if (currency === null) missing.push({ path: '/currency', message: needed })
  else if (currency !== 'MYR' && receipt.myrSen === null) {
    missing.push({
      path: '/myrSen',
      message: say(({ values }) => values.neededInRinggit(currency)),
    })
  }
  if (missing.length > 0) {
    const fields = missing.map(({ path }) => path.slice(1)).join(', ')
    throw new Refusal(
      'validation_failed',
      say(({ refusals }) => refusals.confirmedNeeds(fields)),
      { errors: missing },
    )
  }
}

/** @throws Refusal currency_unconfirmed: it was read as ringgit, but for no good reason, and nobody has said so */
export function mustBeInKnownCurrency(receipt: Receipt) {
  // In another currency the amount in ringgit is a person's, so nothing rests on what was read.
  if (receipt.currency !== 'MYR' || !isUnsure(receipt, 'currency')) return
  throw new Refusal(
    'currency_unconfirmed',
    say(({ refusals }) => refusals.currencyUnconfirmed),
    { errors: [{ path: '/currency', message: say(({ values }) => values.needed) }] },
  )
}
