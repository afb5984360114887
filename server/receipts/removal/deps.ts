import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import type { FileStore, IdempotencyKeys, ReceiptStore } from '../ports.ts'
import type { Retention } from '../retention/index.ts'

/** What the steps of a removal share. Each step names the part it needs. */
export interface RemovalDeps {
  store: ReceiptStore
  files: FileStore
  keys: IdempotencyKeys
  retention: Pick<Retention, 'purgeAt'>
  events: Events
  clock: Clock
  /** Unique to this process. */
  processId: string
}
