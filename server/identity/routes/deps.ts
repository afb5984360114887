import type { Reach } from '../../http/this-machine.ts'
import type { Identity } from '../identity.ts'
import type { Accounts } from '../local/accounts.ts'
import type { Factors } from '../local/factors/index.ts'
import type { SecurityLog } from '../security-log.ts'

/** What the identity routes need of the application. */
export interface IdentityRoutesDeps {
  identity: Identity & {
    /** Undefined where they are kept elsewhere. */
    accounts: Accounts | undefined
    /** Undefined where accounts are kept elsewhere. */
    factors: Factors | undefined
  }
  /** How browsers reach the server. */
  config: Reach
  securityLog: SecurityLog
}
