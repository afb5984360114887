import type { IdentityProvider } from '../../identity/ports.ts'
import { cognitoTokens } from '../../identity/token-profiles.ts'
import { createUserPool } from './user-pool.ts'

export interface CognitoOptions {
  region: string
  userPoolId: string
  /** The origin of the Hosted UI. */
  hostedUi: string
  /** Endpoint of the pool's API; undefined for AWS's public one. */
  endpoint: string | undefined
  clientId: string
  clientSecret: string | undefined
  spaClientIds: readonly string[]
  scopes: readonly string[]
  /** Reports something the operator should know. */
  note(message: string): void
}

/** An Amazon Cognito user pool with its Hosted UI. Opens no connection until first used. */
export function createCognitoProvider(options: CognitoOptions): IdentityProvider & { close(): void } {
  const { region, userPoolId, hostedUi, clientId, note } = options
  const endpoint = options.endpoint ?? `https://cognito-idp.${region}.amazonaws.com`
  const pool = createUserPool({ region, userPoolId, endpoint })
  return {
    // A pool's issuer has two forms, neither of them the Hosted UI's domain; the document has the right one.
    discovery: new URL(`/${userPoolId}/.well-known/openid-configuration`, endpoint),
    // A pool may have two domains; people should see the configured one.
    endpoints: {
      authorization_endpoint: `${hostedUi}/oauth2/authorize`,
      token_endpoint: `${hostedUi}/oauth2/token`,
      revocation_endpoint: `${hostedUi}/oauth2/revoke`,
    },
    // Takes the parameters of /oauth2/authorize (developer guide, managed login endpoints). Cognito has no prompt=create.
    signUpPage: `${hostedUi}/signup`,
    clientId,
    clientSecret: options.clientSecret,
    scope: withoutOfflineAccess(options.scopes, note).join(' '),
    tokens: cognitoTokens(clientId, options.spaClientIds),
    fetch: (url, init) => fetch(url, init),
    async logoutUrl(backTo) {
      const query = new URLSearchParams({ client_id: clientId, logout_uri: backTo })
      return `${hostedUi}/logout?${query}`
    },
    // Unlike `sub`, the user name also identifies people who signed in through a federated provider.
    signOutEverywhere: ({ sub, username }) => pool.signOutEverywhere(username ?? sub),
    close: pool.close,
  }
}

/** Cognito has no such scope and would refuse the whole sign-in; it issues refresh tokens without it. */
function withoutOfflineAccess(scopes: readonly string[], note: CognitoOptions['note']) {
  if (!scopes.includes('offline_access')) return scopes
  note('OIDC_SCOPES: offline_access is ignored, because Cognito does not have or need this scope.')
  return scopes.filter((scope) => scope !== 'offline_access')
}
