import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import type { WithDerivedFields } from '../derived/derived-fields.ts'
import type { FileStore, IdempotencyKeys, ReceiptStore } from '../ports.ts'
import type { Removal } from '../removal/index.ts'
import type { Work } from '../work/index.ts'
import type { Passwords } from '../work/passwords.ts'

/** What the steps of the intake share. Each step names the part it needs. */
export interface IntakeDeps {
  store: ReceiptStore
  files: FileStore
  keys: IdempotencyKeys
  work: Pick<Work, 'offer' | 'whileRenewing'>
  removal: Pick<Removal, 'remove'>
  passwords: Passwords
  withDerivedFields: WithDerivedFields
  events: Events
  clock: Clock
  /** Unique to this process. */
  processId: string
  /** Milliseconds a plain upload waits for its reading. Default: 20 s. */
  waitMs?: number | undefined
}
