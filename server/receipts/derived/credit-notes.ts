import { isDeepStrictEqual } from 'node:util'
import type { Events } from '../../events.ts'
import { findIntact } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import { type ReceiptStore, VersionConflictError } from '../ports.ts'
import { isNote, keysOfRefunds } from '../refunds.ts'
import type { WithDerivedFields } from './derived-fields.ts'
import { relatedReceipts } from './related-receipts.ts'

export interface CreditNotesDeps {
  store: ReceiptStore
  withDerivedFields: WithDerivedFields
  events: Pick<Events, 'workFailed'>
}

/** Keeps credit notes in step with the invoices they refer to. Best effort, because what was changed is saved already. */
export function createCreditNoteRefresh({ store, withDerivedFields, events }: CreditNotesDeps) {
  async function refresh(userId: string, id: string) {
    const note = await findIntact(store, userId, id)
    if (!note || note.trashedAt) return
    const refreshed = await withDerivedFields(note)
    if (!isDeepStrictEqual(refreshed, note)) await store.save(refreshed)
  }

  async function bestEffort(work: () => Promise<void>) {
    try {
      await work()
    } catch (error) {
      // Whoever changed the note at the same time has refreshed it too.
      if (!(error instanceof VersionConflictError)) events.workFailed(error)
    }
  }

  /**
   * Refreshes the credit notes to a receipt: a note may have been stored before its invoice, and what it takes back
   * depends on what the invoice counts for.
   */
  const refreshCreditNotes = (receipt: Receipt): Promise<void> =>
    bestEffort(async () => {
      for (const id of await relatedReceipts(store, receipt, keysOfRefunds(receipt))) {
        await refresh(receipt.userId, id)
      }
    })

  /**
   * The same once a receipt was read. A note is refreshed itself: its invoice, read at the same time, may have been stored
   * after the note looked for it and before the note was there to be found.
   */
  async function refreshAfterReading(receipt: Receipt): Promise<void> {
    if (isNote(receipt)) await bestEffort(() => refresh(receipt.userId, receipt.id))
    await refreshCreditNotes(receipt)
  }

  return { refreshCreditNotes, refreshAfterReading }
}

export type CreditNoteRefresh = ReturnType<typeof createCreditNoteRefresh>
