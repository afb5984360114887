import { createPageTexts } from '../../receipts/files/page-texts.ts'
import type { Receipt } from '../../receipts/model.ts'
import type { Work } from '../../receipts/parts.ts'
import type { FileStore, ReceiptStore } from '../../receipts/ports.ts'
import { searchablePages } from '../../receipts/search.ts'
import type { TaxpayerItems } from '../../taxpayer/ports.ts'
import { copyFiles } from './copy-files.ts'
import type { Mapping } from './mapping.ts'

/** The ports of the target storage. */
export interface Target {
  store: ReceiptStore
  items: TaxpayerItems
  files: FileStore
}

export interface MoveDeps {
  source: Pick<FileStore, 'open'>
  target: Target
  mapping: Mapping
  now(): Date
}

/** An interrupted copy must be resumed within this time; then the servers at the target remove it. */
const UNFINISHED_MS = 3_600_000

/**
 * Copies one receipt: a hidden record at the target, then its files, then the final record. So no file is without a record,
 * and no incomplete receipt is listed. Safe to repeat.
 * @returns what was copied; undefined when it existed already
 */
export async function moveReceipt(receipt: Receipt, owner: string, deps: MoveDeps) {
  const { source, target, mapping, now } = deps
  const arrived = await announce(receipt, owner, deps)
  if (!arrived) return undefined
  const copied = await copyFiles(receipt, owner, source, target.files)
  const moved: Receipt = {
    ...receipt,
    userId: owner,
    version: arrived.version,
    pendingUploads: [],
    abandonedUploads: [],
    history: receipt.history.map((entry) => ({ ...entry, by: mapping.get(entry.by) ?? entry.by })),
  }
  await target.store.save(moved, {
    pageText: searchablePages(await createPageTexts(target.files).ofReceipt(moved)),
    work: workOf(receipt, target.files, now()),
  })
  return copied
}

/** The hidden record, new or from an interrupted run; undefined when the receipt exists. */
async function announce(receipt: Receipt, owner: string, { target, now }: MoveDeps) {
  const found = await target.store.find(owner, receipt.id)
  if (found) return found.status === 'receiving' ? found : undefined
  const hidden: Receipt = {
    ...receipt,
    userId: owner,
    // The write that shows it increments the version to the original one.
    version: receipt.version - 1,
    status: 'receiving',
    work: { attempts: 0, dueAt: now().getTime() + UNFINISHED_MS, by: null },
  }
  await target.store.create(hidden)
  return hidden
}

/** The work that is left. Leases and attempts belong to the source. */
function workOf(
  { trashedAt, confirmedAt, unreadFileIds, work }: Receipt,
  files: FileStore,
  now: Date,
): Work | null {
  if (trashedAt) return work && { attempts: 0, dueAt: work.dueAt, by: null }
  // The servers at the target apply the retention.
  const isToBeHeld = confirmedAt !== null && files.lockUntil !== null
  return unreadFileIds.length > 0 || isToBeHeld ? { attempts: 0, dueAt: now.getTime(), by: null } : null
}
