import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import type { Settings } from './settings.ts'

/** Signs people in at the pool, and renews their tokens a minute before they expire. */
export const createUsers = ({ issuer, clientId, home }: Settings) =>
  new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: home,
    scope: 'openid email profile phone',
    // In memory only: scripts of other packages could read the browser's storage. After a reload the person signs in
    // again, for which the pool's own session of an hour needs no password.
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    // Cognito revokes no other tokens.
    revokeTokenTypes: ['refresh_token'],
  })
