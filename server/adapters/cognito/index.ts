import type { IdentityProvider } from '../../identity/ports.ts'
import { cognitoTokens } from '../../identity/token-profiles.ts'
import { createUserPool } from './user-pool.ts'

export interface CognitoOptions {
  region: string
  userPoolId: string
  /** The origin of the Hosted UI. */
  hostedUi: string
  /** Where the pool's API is reached; undefined: AWS's public address. */
  endpoint: string | undefined
  clientId: string
  clientSecret: string | undefined
  spaClientIds: readonly string[]
  scopes: readonly string[]
  /** Told what an operator should know. */
  note(message: string): void
}

/** An Amazon Cognito user pool with its Hosted UI. Opens nothing until it is asked. */
export function createCognitoProvider(options: CognitoOptions): IdentityProvider & { close(): void } {
  const { region, userPoolId, hostedUi, clientId, note } = options
  const endpoint = options.endpoint ?? `https://cognito-idp.${region}.amazonaws.com`
  const pool = createUserPool({ region, userPoolId, endpoint })
  return {
    // Its issuer is one of two forms, and neither is the Hosted UI's domain: the document says which.
    discovery: new URL(`/${userPoolId}/.well-known/openid-configuration`, endpoint),
    // A pool may have two domains; the one that was configured is the one people shall see.
    endpoints: {
      authorization_endpoint: `${hostedUi}/oauth2/authorize`,
      token_endpoint: `${hostedUi}/oauth2/token`,
      revocation_endpoint: `${hostedUi}/oauth2/revoke`,
    },
    clientId,
    clientSecret: options.clientSecret,
    scope: withoutOfflineAccess(options.scopes, note).join(' '),
    tokens: cognitoTokens(clientId, options.spaClientIds),
    fetch: (url, init) => fetch(url, init),
    async logoutUrl(backTo) {
      const query = new URLSearchParams({ client_id: clientId, logout_uri: backTo })
      return `${hostedUi}/logout?${query}`
    },
    // A provider's user name, unlike `sub`, also names people who came by another identity provider.
    signOutEverywhere: ({ sub, username }) => pool.signOutEverywhere(username ?? sub),
    close: pool.close,
  }
}

/** The scope does not exist in Cognito, which refuses the whole sign-in for it; a refresh token comes without. */
function withoutOfflineAccess(scopes: readonly string[], note: CognitoOptions['note']) {
  if (!scopes.includes('offline_access')) return scopes
  note('OIDC_SCOPES: offline_access is left out, because Cognito knows no such scope and needs none.')
  return scopes.filter((scope) => scope !== 'offline_access')
}
