import { Refusal } from '../../errors.ts'
import { endOfMalaysianDay, malaysianDay } from '../../malaysian-time.ts'
import { say } from '../../texts/index.ts'
import type { Receipt } from '../model.ts'
import type { RetentionDeps } from './deps.ts'
import { retainUntilOf } from './retain-until.ts'

/** How long a receipt stays in the trash at least. */
const TRASH_MS = 30 * 86_400_000
/** The file store's clock may be behind ours: its lock would still stand at the stroke of midnight. */
const CLOCK_SKEW_MS = 3_600_000

type TrashDeps = Pick<RetentionDeps, 'retainUntil' | 'clock'>

/**
 * A receipt that must still be kept goes to the trash only when the person has seen until when.
 * @param acknowledgedUntil the retention date (YYYY-MM-DD) the person has confirmed they saw
 * @throws Refusal confirmation_needed
 */
export async function assertMayTrash(
  deps: TrashDeps,
  receipt: Receipt,
  acknowledgedUntil: string | undefined,
): Promise<void> {
  const until = await retainUntilOf(deps, receipt)
  if (until === null || until < malaysianDay(deps.clock.now()) || until === acknowledgedUntil) return
  throw new Refusal(
    'confirmation_needed',
    say(({ refusals }) => refusals.receiptMustBeKept(until)),
    { extra: { retainUntil: until } },
  )
}

/** When a trashed receipt may be purged: after 30 days, and not before its retention has ended. */
export async function purgeAt(deps: TrashDeps, receipt: Receipt): Promise<Date> {
  const until = await retainUntilOf(deps, receipt)
  const afterTrash = Date.parse(receipt.trashedAt ?? deps.clock.now().toISOString()) + TRASH_MS
  const afterRetention = until === null ? 0 : endOfMalaysianDay(until).getTime() + CLOCK_SKEW_MS
  return new Date(Math.max(afterTrash, afterRetention))
}
