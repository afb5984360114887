import type { Events } from '../../events.ts'
import type { Reach } from '../../http/this-machine.ts'
import type { Identity } from '../identity.ts'

/** What the identity routes need of the application. */
export interface IdentityRoutesDeps {
  identity: Identity
  /** How browsers reach the server. */
  config: Reach
  events: Pick<Events, 'signInFailed' | 'signedOut'>
}
