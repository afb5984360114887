import type { IncomingFile } from '../files/incoming.ts'
import type { ReceiptFile, Verdict } from '../parts.ts'
import { addFile } from './add-file.ts'
import { type AllocationsOf, allocate } from './allocate.ts'
import { type Bulk, bulk } from './bulk.ts'
import { confirm } from './confirm.ts'
import { correct, type Patch } from './correct.ts'
import type { ReviewDeps } from './deps.ts'
import { findShown, findShownRecord, type Target } from './find.ts'
import { linkRefund } from './link-refund.ts'
import { readAgain } from './read-again.ts'
import { refundsOf } from './refunds.ts'
import { restore } from './restore.ts'
import { settleDuplicate } from './settle-duplicate.ts'
import { trash } from './trash.ts'
import { unconfirm } from './unconfirm.ts'
import { type UnlockDeps, unlock } from './unlock.ts'
import type { AlsoChange } from './with-changes.ts'

/**
 * What a person does to a receipt, one file each. Every change names the version it is based on and returns the
 * receipt as stored.
 * @throws Refusal not_found, version_conflict, wrong_state (e.g. the receipt is in the trash), validation_failed
 */
export function createReview(deps: ReviewDeps & UnlockDeps) {
  return {
    find: (userId: string, id: string) => findShown(deps, userId, id),
    /** As `find`, but a damaged receipt as far as it can be read. */
    findRecord: (userId: string, id: string) => findShownRecord(deps, userId, id),
    correct: (target: Target, patch: Patch) => correct(deps, target, patch),
    allocate: (target: Target, allocationsOf: AllocationsOf) => allocate(deps, target, allocationsOf),
    confirm: (target: Target, also?: AlsoChange) => confirm(deps, target, also),
    unconfirm: (target: Target, restore?: AlsoChange) => unconfirm(deps, target, restore),
    readAgain: (target: Target) => readAgain(deps, target),
    /** Has locked files read with a password; `intake.readLocked` goes on. */
    unlock: (target: Target, password: string) => unlock(deps, target, password),
    addFile: (target: Target, incoming: IncomingFile, role: ReceiptFile['role']) =>
      addFile(deps, target, { incoming, role }),
    settleDuplicate: (target: Target, verdict: Verdict) => settleDuplicate(deps, target, verdict),
    linkRefund: (target: Target, receiptId: string | null) => linkRefund(deps, target, receiptId),
    refunds: (userId: string, id: string) => refundsOf(deps, userId, id),
    trash: (target: Target, acknowledgedUntil?: string) => trash(deps, target, acknowledgedUntil),
    restore: (target: Target) => restore(deps, target),
    bulk: (userId: string, wanted: Bulk) => bulk(deps, userId, wanted),
  }
}

export type Review = ReturnType<typeof createReview>
