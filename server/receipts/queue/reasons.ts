import { needsCertificate } from '../allocation.ts'
import { paymentDayOf, type Receipt, ringgitOf } from '../model.ts'
import { lacksPaper } from '../review/checks.ts'
import { isUnsure } from '../unsure.ts'

/** Why a receipt needs a person, the most pressing first. */
export const queueReasons = [
  'unreadable',
  'check',
  'paper',
  'incomplete',
  'unsure',
  'question',
  'duplicate',
  'proposal',
  'undecided',
  'certificate',
] as const
export type QueueReason = (typeof queueReasons)[number]

const shownFields = ['merchant', 'date', 'totalSen', 'currency'] as const

/** Empty: nothing is to be done by a person, at least not now. */
export function reasonsOf(receipt: Receipt): QueueReason[] {
  const { status, trashedAt } = receipt
  if (trashedAt || status === 'receiving' || status === 'reading') return []
  const holds = status === 'confirmed' ? confirmedReasons(receipt) : openReasons(receipt)
  if (receipt.duplicateSuspects.length > 0) holds.add('duplicate')
  if (receipt.proposal) holds.add('proposal')
  return queueReasons.filter((reason) => holds.has(reason))
}

function openReasons(receipt: Receipt): Set<QueueReason> {
  const reasons = new Set<QueueReason>([receipt.status === 'unreadable' ? 'unreadable' : 'check'])
  const isIncomplete =
    receipt.merchant === null || paymentDayOf(receipt) === null || ringgitOf(receipt) === null
  if (lacksPaper(receipt)) reasons.add('paper')
  if (isIncomplete) reasons.add('incomplete')
  if (shownFields.some((field) => isUnsure(receipt, field))) reasons.add('unsure')
  if (receipt.suggestion?.parts.some(({ question }) => question !== null)) reasons.add('question')
  return reasons
}

function confirmedReasons(receipt: Receipt): Set<QueueReason> {
  const reasons = new Set<QueueReason>()
  const { allocations, files, suggestion } = receipt
  const decidedSen = allocations.reduce((sum, { sen }) => sum + sen, 0)
  // Without a suggestion, as in a year whose law is not known, there may be nothing to decide.
  const isOpen = allocations.length > 0 || suggestion !== null
  if (isOpen && decidedSen !== (ringgitOf(receipt) ?? 0)) reasons.add('undecided')
  const isCertified = files.some(({ role }) => role === 'certificate')
  if (!isCertified && allocations.some(needsCertificate)) reasons.add('certificate')
  return reasons
}
