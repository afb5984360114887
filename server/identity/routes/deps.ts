import type { Events } from '../../events.ts'
import type { Identity } from '../identity.ts'

/** What the identity routes need of the application. */
export interface IdentityRoutesDeps {
  identity: Identity
  events: Pick<Events, 'signInFailed' | 'signedOut'>
}
