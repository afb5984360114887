import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider'
import { IMPATIENT, isRefused } from '../../aws/diagnosis.ts'
import { broken, type Finding, fine, warning } from '../../operations/doctor/finding.ts'
import { type Configured, places } from './configured.ts'

const HOURS: Record<string, number> = { seconds: 1 / 3600, minutes: 1 / 60, hours: 1, days: 24 }
/** Cognito's own, where the client says nothing. */
const DEFAULT_REFRESH_DAYS = 30

/** What the pool's API says of the app client, where this role may ask (cognito-idp:DescribeUserPoolClient). */
export async function diagnoseAppClient(configured: Configured): Promise<Finding[]> {
  const { region, userPoolId, endpoint, clientId } = configured
  const client = new CognitoIdentityProviderClient({ region, ...(endpoint && { endpoint }), ...IMPATIENT })
  try {
    const command = new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: clientId })
    const { UserPoolClient } = await client.send(command)
    return UserPoolClient ? [...problemsOf(UserPoolClient, configured)] : []
  } catch (error) {
    const { name } = error as Error
    if (name === 'ResourceNotFoundException') {
      return [broken(`the pool has no app client ${clientId}`, `set CLIENT_ID: ${places.client}`)]
    }
    const why = isRefused(error) || name === 'CredentialsProviderError' ? 'this role may not ask' : name
    return [fine(`the app client's own settings were not looked at (${why}); what the Hosted UI takes was`)]
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
    yield broken(`the app client has not the ${what} ${absent.join(', ')}`, `${places.pages}: ${place}`)
  }
  if (isComplete)
    yield fine('the app client has the callback URL, the sign-out URL, the scopes and the code grant')

  if (client.EnableTokenRevocation === false) {
    yield warning(
      'the app client has token revocation off: its tokens have no jti, and a sign-out ends them less exactly',
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
