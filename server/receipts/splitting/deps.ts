import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import type { FileStore, ReceiptStore } from '../ports.ts'

/** What the steps of a split share. Each step names the part it needs. */
export interface SplittingDeps {
  store: ReceiptStore
  files: FileStore
  events: Pick<Events, 'receiptStored'>
  clock: Clock
  /** Unique to this process. */
  processId: string
}
