import { v7 as uuidv7 } from 'uuid'
import type { Person } from '../../personal-data.ts'
import { workDue } from '../../receipts/due.ts'
import { newReceipt } from '../../receipts/model.ts'
import { LEASE_MS } from '../../receipts/ports.ts'
import type { ErasureDeps } from './deps.ts'
import { putMark } from './mark.ts'

/**
 * Stores that everything of a person will be erased: a hidden receipt by which any process finds the work, then the
 * mark. From the mark on the person can change nothing.
 * @returns the id of that receipt
 */
export async function beginErasure(
  { store, items, clock, processId }: Pick<ErasureDeps, 'store' | 'items' | 'clock' | 'processId'>,
  { sub, username }: Person,
): Promise<string> {
  const now = clock.now()
  const job = newReceipt(uuidv7(), sub, now)
  // Leased, so that no process takes it for a failed upload before the mark says what it is.
  const work = workDue(now.getTime() + LEASE_MS, processId)
  await store.create({ ...job, status: 'receiving', work })
  await putMark(items, sub, { job: job.id, username: username ?? null, pass: 'first' })
  return job.id
}
