import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { type BasedOn, isBasedOn, versionConflict } from '../../versions.ts'
import { acceptLoss, findRecord } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import { intact, type ReceiptStore } from '../ports.ts'
import type { ReadRecord } from '../record.ts'
import { mustBeInUse } from './checks.ts'

interface Deps {
  store: Pick<ReceiptStore, 'find'>
}

interface ReplaceDeps extends Deps {
  clock: Clock
}

/** Which receipt is changed, by whom, and the version the change is based on. */
export interface Target {
  userId: string
  id: string
  version: BasedOn
}

/** @throws Refusal not_found, also for an upload that is not finished and for another person's receipt */
export async function findShownRecord({ store }: Deps, userId: string, id: string): Promise<ReadRecord> {
  const record = await findRecord(store, userId, id)
  if (!record || record.receipt.status === 'receiving') {
    throw new Refusal(
      'not_found',
      say(({ refusals }) => refusals.noSuchReceipt),
    )
  }
  return record
}

/** @throws Refusal not_found; DamagedReceiptError */
export const findShown = async (deps: Deps, userId: string, id: string): Promise<Receipt> =>
  intact(await findShownRecord(deps, userId, id))

/** @throws Refusal not_found, version_conflict */
export async function findRecordAtVersion(deps: Deps, { userId, id, version }: Target): Promise<ReadRecord> {
  const record = await findShownRecord(deps, userId, id)
  if (!isBasedOn(version, record.receipt.version)) throw versionConflict(record.receipt.version)
  return record
}

/** The receipt to change. @throws Refusal not_found, version_conflict, wrong_state in the trash; DamagedReceiptError */
export async function findToChange(deps: Deps, target: Target): Promise<Receipt> {
  const receipt = intact(await findRecordAtVersion(deps, target))
  mustBeInUse(receipt)
  return receipt
}

/**
 * As findToChange, for a change that a person may make to a damaged receipt too: what cannot be read is given up.
 */
export async function findToReplace(deps: ReplaceDeps, target: Target): Promise<Receipt> {
  const receipt = await findToReplaceAnywhere(deps, target)
  mustBeInUse(receipt)
  return receipt
}

/** As findToReplace, in the trash too. */
export async function findToReplaceAnywhere(deps: ReplaceDeps, target: Target): Promise<Receipt> {
  const record = await findRecordAtVersion(deps, target)
  return acceptLoss(record, { by: target.userId, at: deps.clock.now().toISOString() })
}
