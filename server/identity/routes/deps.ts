import type { Reach } from '../../http/this-machine.ts'
import type { Identity } from '../identity.ts'
import type { SecurityLog } from '../security-log.ts'

/** What the identity routes need of the application. */
export interface IdentityRoutesDeps {
  identity: Identity
  /** How browsers reach the server. */
  config: Reach
  securityLog: SecurityLog
}
