import type { Clock } from '../../clock.ts'
import type { CreditNoteRefresh } from '../derived/credit-notes.ts'
import type { WithDerivedFields } from '../derived/derived-fields.ts'
import type { FileStore, ReceiptStore } from '../ports.ts'
import type { Retention } from '../retention/index.ts'

/** What the steps of the review share. Each step names the part it needs. */
export interface ReviewDeps {
  store: ReceiptStore
  files: FileStore
  retention: Retention
  withDerivedFields: WithDerivedFields
  refreshCreditNotes: CreditNoteRefresh['refreshCreditNotes']
  clock: Clock
  /** Unique to this process. */
  processId: string
}
