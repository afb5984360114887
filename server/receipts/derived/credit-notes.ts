import { isDeepStrictEqual } from 'node:util'
import type { Events } from '../../events.ts'
import { noteKeys } from '../einvoice.ts'
import type { Receipt } from '../model.ts'
import { type ReceiptStore, VersionConflictError } from '../ports.ts'
import type { Concluded } from './derived-fields.ts'
import { relatedReceipts } from './related.ts'

/**
 * Lets the notes to a receipt look at it again: they may have come before it, and what they take back follows from
 * what it counts for. Best effort: its own change is stored already.
 */
export function createNotesLook(deps: { store: ReceiptStore; concluded: Concluded; events: Events }) {
  const { store, concluded, events } = deps

  async function look(userId: string, id: string) {
    const note = await store.find(userId, id)
    if (!note || note.trashedAt) return
    const now = await concluded(note)
    if (!isDeepStrictEqual(now, note)) await store.save(now)
  }

  return async function notesLookAt(receipt: Receipt): Promise<void> {
    try {
      for (const id of await relatedReceipts(store, receipt, noteKeys(receipt.einvoice))) {
        await look(receipt.userId, id)
      }
    } catch (error) {
      // Whoever changed the note at the same time has looked as well.
      if (!(error instanceof VersionConflictError)) events.workFailed(error)
    }
  }
}

export type NotesLookAt = ReturnType<typeof createNotesLook>
