import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'

const TIMEOUT_MS = 5_000

export interface UserPoolOptions {
  region: string
  userPoolId: string
  endpoint: string
}

/** The pool's administration API. The role of this process must allow the calls. */
export function createUserPool({ region, userPoolId, endpoint }: UserPoolOptions) {
  let opened: Promise<CognitoIdentityProviderClient> | undefined

  // Most processes never need the SDK's client, so it is loaded on first use.
  function client() {
    opened ??= import('@aws-sdk/client-cognito-identity-provider').then(
      ({ CognitoIdentityProviderClient }) =>
        new CognitoIdentityProviderClient({ region, endpoint, maxAttempts: 2 }),
    )
    return opened
  }

  return {
    /**
     * Revokes all refresh tokens of a user (IAM action cognito-idp:AdminUserGlobalSignOut).
     * @throws the SDK's errors, e.g. AccessDeniedException or CredentialsProviderError
     */
    async signOutEverywhere(username: string) {
      const { AdminUserGlobalSignOutCommand } = await import('@aws-sdk/client-cognito-identity-provider')
      const command = new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: username })
      await (await client()).send(command, { abortSignal: AbortSignal.timeout(TIMEOUT_MS) })
    },
    close() {
      void opened?.then((client) => client.destroy())
    },
  }
}
