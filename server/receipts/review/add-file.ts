import { Refusal, StorageUnavailableError } from '../../errors.ts'
import { isInvoiceType } from '../../reading/ports.ts'
import { say } from '../../texts/index.ts'
import { workDue } from '../due.ts'
import { type IncomingFile, receiptFile } from '../files/incoming.ts'
import { originalKey } from '../files/keys.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptFile } from '../parts.ts'
import type { ReviewDeps } from './deps.ts'
import { findToChange, type Target } from './find.ts'
import { listFile } from './list-file.ts'
import { toRefusal } from './save.ts'

const MAX_FILES = 20
/** A file that has not arrived after so long never will. */
export const ARRIVAL_MS = 60_000

type AddFileDeps = Pick<ReviewDeps, 'store' | 'files' | 'retention' | 'clock' | 'processId'>

/**
 * Adds a page to be read, or a certificate or proof to be kept. The record announces the file, the file goes into the
 * store, then the record lists it: the store never has a file that no record knows.
 * @throws Refusal too_many_files, wrong_state where the receipt already has an e-invoice
 */
export async function addFile(
  deps: AddFileDeps,
  target: Target,
  { incoming, role }: { incoming: IncomingFile; role: ReceiptFile['role'] },
): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  mustFit(receipt, incoming)
  const file = receiptFile(incoming, role, deps.clock.now())
  try {
    const announced = await announce(deps, receipt, file.id)
    return await storeAndList(deps, announced, { file, path: incoming.path })
  } catch (error) {
    return toRefusal(error)
  }
}

function mustFit(receipt: Receipt, incoming: IncomingFile) {
  if (isInvoiceType(incoming.type) && receipt.files.some((file) => isInvoiceType(file.type))) {
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.hasInvoice),
    )
  }
  if (receipt.files.length + receipt.pendingUploads.length >= MAX_FILES) {
    throw new Refusal(
      'too_many_files',
      say(({ refusals }) => refusals.tooManyFiles(MAX_FILES)),
    )
  }
}

function announce({ store, clock, processId }: AddFileDeps, receipt: Receipt, fileId: string) {
  const pendingUploads = [...receipt.pendingUploads, fileId]
  const dueAt = clock.now().getTime() + ARRIVAL_MS
  return store.save({ ...receipt, pendingUploads }, receipt.work ? {} : { work: workDue(dueAt, processId) })
}

async function storeAndList(
  deps: AddFileDeps,
  announced: Receipt,
  { file, path }: { file: ReceiptFile; path: string },
) {
  const key = originalKey(announced.userId, announced.id, file.id)
  let isStored = false
  try {
    await deps.files.keep(key, path)
    isStored = true
    return await listFile(deps, announced, file)
  } catch (error) {
    // A storage error may have hidden a success: the file may be listed. The due work checks, and removes it if it is not.
    if (!isStored || !(error instanceof StorageUnavailableError)) await deps.files.removeAll(key)
    throw error
  }
}
