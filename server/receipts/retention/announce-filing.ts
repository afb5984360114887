import { prefetch } from '../../prefetch.ts'
import { OTHER_YEARS_KEY } from '../../stored-keys.ts'
import { eachRow } from '../each-receipt.ts'
import type { RetentionDeps } from './deps.ts'

/** Longer than it takes to announce a filing to thousands of receipts and then store it. */
const ANNOUNCED_MS = 60_000
/** Receipts announced to side by side: 5,000 one after the other would take longer than that in DynamoDB. */
const AT_ONCE = 50

/**
 * Makes the year's confirmed receipts due, so that their files are locked by the new date of filing. To be called
 * before that date is stored: a crash in between then loses nothing.
 */
export async function announceFiling(
  { store, files, clock }: Pick<RetentionDeps, 'store' | 'files' | 'clock'>,
  userId: string,
  year: number,
): Promise<void> {
  if (!files.lockUntil) return
  const at = new Date(clock.now().getTime() + ANNOUNCED_MS)
  const makeDue = (id: string) => store.makeDue(userId, id, at)
  const countedElsewhere = await store.withKey(userId, OTHER_YEARS_KEY)
  for await (const _ of prefetch(countedElsewhere, AT_ONCE, makeDue));
  const ofYear = eachRow(store, userId, { view: { kind: 'year', year }, status: 'confirmed' })
  for await (const _ of prefetch(ofYear, AT_ONCE, ({ id }) => makeDue(id)));
}
