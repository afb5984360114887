import { StorageUnavailableError } from '../../errors.ts'
import { findRecord } from '../damaged.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { workDue } from '../due.ts'
import { originalKey } from '../files/keys.ts'
import { newReceipt, type Receipt } from '../model.ts'
import type { PendingPart, ReceiptFile } from '../parts.ts'
import { LEASE_MS } from '../ports.ts'
import { saveWhileLeased } from '../work/save-outcome.ts'
import type { SplittingDeps } from './deps.ts'

/**
 * Stores the receipts that were split off one, each with the whole picture as a file of its own: it is kept, locked and
 * deleted with its receipt. Can be interrupted and repeated.
 * @param leased by this process
 * @returns the receipt they were split off; undefined where the lease was lost
 */
export async function createParts(deps: SplittingDeps, leased: Receipt): Promise<Receipt | undefined> {
  for (const part of leased.pendingParts) await createPart(deps, leased, part)
  return saveWhileLeased(deps, leased, (current) => ({
    receipt: { ...current, pendingParts: [] },
    options: {},
  }))
}

async function createPart(deps: SplittingDeps, from: Receipt, part: PendingPart): Promise<void> {
  const { store, files, events, clock, processId } = deps
  const { userId } = from
  const earlier = (await findRecord(store, userId, part.receiptId))?.receipt
  if (earlier && earlier.status !== 'receiving') return
  const shown = from.files.find(({ id }) => id === part.of)
  if (!shown) return
  const now = clock.now()
  const hidden = earlier ?? hiddenPart(from, part, { shown, now, processId })
  if (!earlier) await store.create(hidden)
  const isStored = await files.copy(
    originalKey(userId, from.id, part.of),
    originalKey(userId, part.receiptId, part.fileId),
  )
  if (!isStored) throw new StorageUnavailableError('the file to split is not in the store')
  const duplicateSuspects = await findSuspects(store, hidden)
  await store.save(
    { ...hidden, status: 'reading', unreadFileIds: [part.fileId], duplicateSuspects },
    { work: workDue(now.getTime()) },
  )
  events.receiptStored(part.receiptId, shown.type, shown.bytes)
}

interface Making {
  shown: ReceiptFile
  now: Date
  processId: string
}

function hiddenPart(from: Receipt, part: PendingPart, { shown, now, processId }: Making): Receipt {
  const { turned: _turned, pageTurns: _turns, problems: _problems, receipts: _receipts, ...facts } = shown
  const made = { by: from.userId, at: now.toISOString() }
  return {
    ...newReceipt(part.receiptId, from.userId, now),
    example: from.example,
    status: 'receiving',
    files: [{ ...facts, id: part.fileId, turned: 0, area: part.area }],
    history: [{ field: 'splitFrom', old: null, new: from.id, ...made }],
    work: workDue(now.getTime() + LEASE_MS, processId),
  }
}
