import { Refusal } from '../../errors.ts'
import { type BasedOn, isBasedOn, versionConflict } from '../../versions.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptStore } from '../ports.ts'
import { mustBeInUse } from './checks.ts'

interface Deps {
  store: Pick<ReceiptStore, 'find'>
}

/** Which receipt is changed, by whom, and the version the change is based on. */
export interface Target {
  userId: string
  id: string
  version: BasedOn
}

/** @throws Refusal not_found, also for an upload that is not finished and for another person's receipt */
export async function findShown({ store }: Deps, userId: string, id: string): Promise<Receipt> {
  const receipt = await store.find(userId, id)
  if (!receipt || receipt.status === 'receiving') throw new Refusal('not_found', 'There is no such receipt.')
  return receipt
}

/** @throws Refusal not_found, version_conflict */
export async function findAtVersion(deps: Deps, { userId, id, version }: Target): Promise<Receipt> {
  const receipt = await findShown(deps, userId, id)
  if (!isBasedOn(version, receipt.version)) throw versionConflict(receipt.version)
  return receipt
}

/** The receipt to change. @throws Refusal not_found, version_conflict, wrong_state in the trash */
export async function findToChange(deps: Deps, target: Target): Promise<Receipt> {
  const receipt = await findAtVersion(deps, target)
  mustBeInUse(receipt)
  return receipt
}
