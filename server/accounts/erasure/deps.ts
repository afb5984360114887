import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import type { PersonalData } from '../../personal-data.ts'
import type { Work } from '../../receipts/index.ts'
import type { FileStore, ReceiptStore } from '../../receipts/ports.ts'
import type { TaxpayerItems } from '../../taxpayer/ports.ts'
import type { ResidualData } from '../ports.ts'
import type { Sealing } from './confirmation.ts'

/** What the steps of an erasure share. Each step names the part it needs. */
export interface ErasureDeps {
  /** The person's sign-in and sessions. Erased first, so that nobody signed in adds to the rest. */
  identity: PersonalData
  /** The other modules' data. */
  others: PersonalData[]
  items: TaxpayerItems
  residualData: ResidualData
  store: ReceiptStore
  files: FileStore
  work: Pick<Work, 'offer'>
  events: Events
  clock: Clock
  /** Unique to this process. */
  processId: string
  sealing: Sealing
  /** Whether the sign-in account is stored here and erased with the rest, or belongs to an outside provider. */
  hasSignIn: boolean
}
