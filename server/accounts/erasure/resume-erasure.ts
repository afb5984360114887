import { malaysianDay } from '../../malaysian-time.ts'
import { ownerFolder } from '../../receipts/files/keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { ErasureDeps } from './deps.ts'
import { MARK_KEY, type Mark, markOf, putMark } from './mark.ts'

/** Longer than any request can take that was accepted before the erasure began. */
const LAST_PASS_MS = 15 * 60_000

type ResumeDeps = Pick<
  ErasureDeps,
  'identity' | 'others' | 'items' | 'residualData' | 'store' | 'files' | 'events' | 'clock' | 'processId'
>

/**
 * Does the pass of an erasure that is due. The first pass erases everything; the last one, 15 minutes later, erases
 * what requests under way at the time have stored since. Rejects with a storage error; then the pass is due again.
 * @param job leased by this process
 * @returns false where the receipt is no erasure
 */
export async function resumeErasure(deps: ResumeDeps, job: Receipt): Promise<boolean> {
  const { store, items, events, clock, processId } = deps
  const found = await markOf(items, job.userId)
  if (!found || (found.job !== job.id && !found.damaged)) return false
  // Which receipt a damaged mark names is lost: the first hidden one that is due goes on with the erasure.
  const { damaged: _, ...mark } = { ...found, job: job.id }
  const heldUntil = await eraseAll(deps, job.userId, mark)
  if (mark.pass === 'first') {
    await putMark(items, job.userId, { ...mark, pass: 'last', heldUntil })
    const until = new Date(clock.now().getTime() + LAST_PASS_MS)
    await store.postpone(job.id, { until, by: processId })
  } else {
    await items.remove(job.userId, MARK_KEY)
    await store.remove(job)
  }
  events.personErased(mark.pass)
  return true
}

/** @returns the last day on which the file store keeps some of it locked; null: all is gone */
async function eraseAll(
  { identity, others, residualData, files }: ResumeDeps,
  userId: string,
  { username, pass }: Mark,
): Promise<string | null> {
  const person = { sub: userId, username: username ?? undefined }
  if (pass === 'first') await identity.erase(person)
  for (const data of others) await data.erase(person)
  // With an outside provider the person may have signed in again before the last pass; that session stays.
  const spared = pass === 'first' ? [MARK_KEY] : [MARK_KEY, storedKeys.session.prefix]
  await residualData.remove(userId, spared)
  const unlockedAt = await files.removeAll(ownerFolder(userId))
  // A lock ends at midnight: its last day is the one before.
  return unlockedAt && malaysianDay(new Date(unlockedAt.getTime() - 1))
}
