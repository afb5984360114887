import type { Clock } from '../../clock.ts'
import type { FileStore, ReceiptStore, RetainUntil } from '../ports.ts'

/** What the steps of the retention share. Each step names the part it needs. */
export interface RetentionDeps {
  retainUntil: RetainUntil
  store: ReceiptStore
  files: FileStore
  clock: Clock
}
