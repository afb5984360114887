import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import type { CreditNoteRefresh } from '../derived/credit-notes.ts'
import type { WithDerivedFields } from '../derived/derived-fields.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptStore } from '../ports.ts'
import type { Removal } from '../removal/index.ts'
import type { Retention } from '../retention/index.ts'
import type { Backoff } from './backoff.ts'
import type { Leases } from './leases.ts'
import type { ReadReceipt } from './read-receipt.ts'

export interface WorkDeps {
  store: ReceiptStore
  retention: Retention
  removal: Removal
  events: Events
  clock: Clock
  /** Unique to this process. */
  processId: string
  readReceipt: ReadReceipt
  withDerivedFields: WithDerivedFields
  refreshAfterReading: CreditNoteRefresh['refreshAfterReading']
  /** Stores the receipts that were split off a leased one. Undefined: the lease was lost. */
  createParts(leased: Receipt): Promise<Receipt | undefined>
  /**
   * Continues a job that another module stored as a hidden receipt.
   * @returns false where the receipt is no such job, but an unfinished upload or removal
   */
  resumeJob(receipt: Receipt): Promise<boolean>
  /** How many receipts of one person are worked on at the same time. */
  concurrency: number
}

/** What the steps of the work share. Each step names the part it needs. */
export interface WorkContext extends WorkDeps {
  leases: Leases
  backoff: Backoff
}
