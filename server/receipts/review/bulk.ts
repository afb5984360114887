import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../errors.ts'
import { isBasedOn } from '../../versions.ts'
import { findRecord } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import { confirm } from './confirm.ts'
import type { ReviewDeps } from './deps.ts'
import type { Target } from './find.ts'
import { restore } from './restore.ts'
import { trash } from './trash.ts'
import { unconfirm } from './unconfirm.ts'

export const bulkActions = ['confirm', 'unconfirm', 'trash', 'restore'] as const
export type BulkAction = (typeof bulkActions)[number]

export interface Bulk {
  action: BulkAction
  /** Each with the version the change is based on. */
  receipts: { id: string; version: number }[]
  acknowledgedUntil?: string | undefined
}

/** What became of one receipt: as it is stored now, or why it was not changed. */
export type BulkOutcome = { receipt: Receipt } | { id: string; error: unknown }

/** Does the same to several receipts, one after the other. What one of them refuses does not concern the others. */
export async function bulk(deps: ReviewDeps, userId: string, wanted: Bulk): Promise<BulkOutcome[]> {
  const act = actionOf(deps, wanted)
  const before = new Map<string, Receipt | undefined>()
  for (const { id } of wanted.receipts) before.set(id, (await findRecord(deps.store, userId, id))?.receipt)
  const outcomes: BulkOutcome[] = []
  for (const { id, version } of wanted.receipts) {
    const target = { userId, id, version: [version] }
    try {
      outcomes.push({ receipt: await throughRefreshes(deps, target, before.get(id), act) })
    } catch (error) {
      outcomes.push({ id, error })
    }
  }
  return outcomes
}

function actionOf(deps: ReviewDeps, { action, acknowledgedUntil }: Bulk) {
  if (action === 'confirm') return (target: Target) => confirm(deps, target)
  if (action === 'unconfirm') return (target: Target) => unconfirm(deps, target)
  if (action === 'restore') return (target: Target) => restore(deps, target)
  return (target: Target) => trash(deps, target, acknowledgedUntil)
}

/**
 * Moving a receipt to the trash refreshes the suspects of its copies, which makes new versions of receipts that are
 * themselves part of the same request. A version that differs in nothing else is the one the person has seen.
 */
async function throughRefreshes(
  { store }: Pick<ReviewDeps, 'store'>,
  target: Target,
  before: Receipt | undefined,
  act: (target: Target) => Promise<Receipt>,
): Promise<Receipt> {
  try {
    return await act(target)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'version_conflict' || !before) throw error
    const now = (await findRecord(store, target.userId, target.id))?.receipt
    if (!now || !isBasedOn(target.version, before.version) || !isSameButSuspects(before, now)) throw error
    return act({ ...target, version: [now.version] })
  }
}

function isSameButSuspects(one: Receipt, other: Receipt): boolean {
  const compared = ({ version, updatedAt, duplicateSuspects, ...rest }: Receipt) => rest
  return isDeepStrictEqual(compared(one), compared(other))
}
