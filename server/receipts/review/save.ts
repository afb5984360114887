import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { versionConflict } from '../../versions.ts'
import type { Receipt } from '../model.ts'
import { type ReceiptStore, type SaveOptions, VersionConflictError } from '../ports.ts'
import type { Retention } from '../retention/index.ts'

interface Deps {
  store: Pick<ReceiptStore, 'save'>
  clock: Clock
}

/** Saves a person's change. @throws Refusal version_conflict, not_found where it was removed meanwhile */
export const save = ({ store, clock }: Deps, changed: Receipt, options?: SaveOptions): Promise<Receipt> =>
  store.save({ ...changed, updatedAt: clock.now().toISOString() }, options).catch(toRefusal)

/** Saves a change that may start or extend the retention of the receipt; its originals are locked before. */
export async function saveRetained(
  deps: Deps & { retention: Pick<Retention, 'applyRetentionLock'> },
  changed: Receipt,
): Promise<Receipt> {
  const work = await deps.retention.applyRetentionLock(changed)
  return save(deps, changed, work && { work })
}

/** Turns a lost race into the answer to the person who lost it. */
export function toRefusal(error: unknown): never {
  if (!(error instanceof VersionConflictError)) throw error
  if (error.current) throw versionConflict(error.current.version)
  throw new Refusal(
    'not_found',
    say(({ refusals }) => refusals.receiptGone),
  )
}
