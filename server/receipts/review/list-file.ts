import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { workDue } from '../due.ts'
import { hasLooseFiles, type Receipt } from '../model.ts'
import type { ReceiptFile } from '../parts.ts'
import { type SaveOptions, VersionConflictError } from '../ports.ts'
import type { ReviewDeps } from './deps.ts'
import { beingRead } from './read-again.ts'

type ListFileDeps = Pick<ReviewDeps, 'store' | 'retention' | 'clock'>

/** Lists an announced file in its receipt. Whatever was changed since it was announced stays as it is. */
export async function listFile(deps: ListFileDeps, announced: Receipt, file: ReceiptFile): Promise<Receipt> {
  for (let current = announced; ; ) {
    if (!current.pendingUploads.includes(file.id) || current.trashedAt) {
      throw new Refusal(
        'wrong_state',
        say(({ refusals }) => refusals.trashedOrTooSlow),
      )
    }
    try {
      return await saveListed(deps, current, file)
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error
      if (!error.current)
        throw new Refusal(
          'not_found',
          say(({ refusals }) => refusals.receiptGone),
        )
      current = error.current
    }
  }
}

async function saveListed({ store, retention, clock }: ListFileDeps, current: Receipt, file: ReceiptFile) {
  const now = clock.now()
  const pendingUploads = current.pendingUploads.filter((id) => id !== file.id)
  const listed = { ...current, pendingUploads, files: [...current.files, file], updatedAt: now.toISOString() }
  const isPage = file.role === 'receipt'
  const receipt = isPage
    ? beingRead({ ...listed, unreadFileIds: [...current.unreadFileIds, file.id] })
    : listed
  const options = isPage ? { work: workDue(now.getTime()) } : lockingOnly(retention, receipt)
  return store.save({ ...receipt, duplicateSuspects: await findSuspects(store, receipt) }, options)
}

/** A file that is not read leaves nothing to do but to lock it; work under way goes on as it is. */
function lockingOnly(retention: ReviewDeps['retention'], receipt: Receipt): SaveOptions {
  const isBusy = hasLooseFiles(receipt) || receipt.unreadFileIds.length > 0
  return isBusy ? {} : { work: retention.lockingWork(receipt) ?? null }
}
