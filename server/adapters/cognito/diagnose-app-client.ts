import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider'
import { CHECK_OPTIONS, isRefused } from '../../aws/diagnosis.ts'
import { type Finding, failure, fine, warning } from '../../finding.ts'
import { type Configured, places } from './configured.ts'

const HOURS: Record<string, number> = { seconds: 1 / 3600, minutes: 1 / 60, hours: 1, days: 24 }
/** Cognito's default. */
const DEFAULT_REFRESH_DAYS = 30

/** Checks the app client's settings, if this role may read them (cognito-idp:DescribeUserPoolClient). */
export async function diagnoseAppClient(configured: Configured): Promise<Finding[]> {
  const { region, userPoolId, endpoint, clientId } = configured
  const client = new CognitoIdentityProviderClient({
    region,
    ...(endpoint && { endpoint }),
    ...CHECK_OPTIONS,
  })
  try {
    const command = new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: clientId })
    const { UserPoolClient } = await client.send(command)
    return UserPoolClient ? [...problemsOf(UserPoolClient, configured)] : []
  } catch (error) {
    const { name } = error as Error
    if (name === 'ResourceNotFoundException') {
      return [failure(`the pool has no app client ${clientId}`, `set CLIENT_ID: ${places.client}`)]
    }
    const why = isRefused(error) || name === 'CredentialsProviderError' ? 'this role may not read them' : name
    return [fine(`the app client's settings were not checked (${why}); what the Hosted UI accepts was`)]
  } finally {
    client.destroy()
  }
}

function* problemsOf(client: UserPoolClientType, configured: Configured): Generator<Finding> {
  const { redirectUri, logoutUri, scopes, refreshTokenDays } = configured
  const wanted = [
    ['callback URL', [redirectUri], client.CallbackURLs, 'Allowed callback URLs'],
    ['sign-out URL', [logoutUri], client.LogoutURLs, 'Allowed sign-out URLs'],
    ['scope', scopes, client.AllowedOAuthScopes, 'OpenID Connect scopes'],
    ['grant', ['code'], client.AllowedOAuthFlows, 'OAuth grant types: Authorization code'],
  ] as const
  let isComplete = true
  for (const [what, needed, registered = [], place] of wanted) {
    const absent = needed.filter((one) => !registered.includes(one))
    if (absent.length === 0) continue
    isComplete = false
    yield failure(`the app client lacks the ${what} ${absent.join(', ')}`, `${places.pages}: ${place}`)
  }
  if (isComplete)
    yield fine('the app client has the callback URL, the sign-out URL, the scopes and the code grant')

  if (client.EnableTokenRevocation === false) {
    yield warning(
      'token revocation is off for the app client: its tokens have no jti, so a sign-out is less precise',
      `${places.client}, Edit, Enable token revocation`,
    )
  }
  const unit = client.TokenValidityUnits?.RefreshToken ?? 'days'
  const days = ((client.RefreshTokenValidity || DEFAULT_REFRESH_DAYS) * (HOURS[unit] ?? 24)) / 24
  if (client.RefreshTokenValidity && Math.abs(days - refreshTokenDays) > 0.01) {
    yield warning(
      `refresh tokens last ${days} days, and REFRESH_TOKEN_DAYS is ${refreshTokenDays}`,
      `set REFRESH_TOKEN_DAYS=${Math.max(1, Math.round(days))}`,
    )
  }
}
