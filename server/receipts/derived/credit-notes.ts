import { isDeepStrictEqual } from 'node:util'
import type { Events } from '../../events.ts'
import { findIntact } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import { type ReceiptStore, VersionConflictError } from '../ports.ts'
import { keysOfRefunds } from '../refunds.ts'
import type { WithDerivedFields } from './derived-fields.ts'
import { relatedReceipts } from './related-receipts.ts'

export interface CreditNotesDeps {
  store: ReceiptStore
  withDerivedFields: WithDerivedFields
  events: Pick<Events, 'workFailed'>
}

/** Keeps credit notes in step with the invoices they refer to. */
export function createCreditNoteRefresh({ store, withDerivedFields, events }: CreditNotesDeps) {
  async function refresh(userId: string, id: string) {
    const note = await findIntact(store, userId, id)
    if (!note || note.trashedAt) return
    const refreshed = await withDerivedFields(note)
    if (!isDeepStrictEqual(refreshed, note)) await store.save(refreshed)
  }

  /**
   * Refreshes the credit notes to a receipt: a note may have been stored before its invoice, and what it takes back
   * depends on what the invoice counts for. Best effort, because the receipt itself is saved already.
   */
  return async function refreshCreditNotes(receipt: Receipt): Promise<void> {
    try {
      for (const id of await relatedReceipts(store, receipt, keysOfRefunds(receipt))) {
        await refresh(receipt.userId, id)
      }
    } catch (error) {
      // Whoever changed the note at the same time has refreshed it too.
      if (!(error instanceof VersionConflictError)) events.workFailed(error)
    }
  }
}

export type RefreshCreditNotes = ReturnType<typeof createCreditNoteRefresh>
