import { type Finding, failure, fine } from '../../finding.ts'
import { type Configured, places } from './configured.ts'

const TIMEOUT_MS = 10_000

/**
 * Starts a sign-in and a sign-out as a browser would. The redirects show, without any permission, whether the client,
 * its secret, the callback URL, the sign-out URL and the scopes are registered.
 */
export async function diagnoseHostedUi(configured: Configured): Promise<Finding[]> {
  const { hostedUi } = configured
  try {
    return await Promise.all([signIn(configured), signOut(configured), secret(configured)])
  } catch (error) {
    const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException }
    const found = `the Hosted UI ${hostedUi} cannot be reached: ${cause?.code ?? message}`
    return [failure(found, `set COGNITO_HOSTED_UI_DOMAIN (${places.domain})`)]
  }
}

const ask = (url: string, init: RequestInit = {}) =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS), ...init })

/** The absolute URL a response redirects to. */
function target(answer: Response, from: string): URL | undefined {
  const location = answer.headers.get('location')
  return location === null || !URL.canParse(location, from) ? undefined : new URL(location, from)
}

async function signIn({ hostedUi, clientId, redirectUri, scopes }: Configured): Promise<Finding> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state: 'doctor',
  })
  const answer = await ask(`${hostedUi}/oauth2/authorize?${query}`)
  const to = target(answer, hostedUi)
  const error = to?.searchParams.get('error')
  if (to && !error && (to.origin === hostedUi || to.href.startsWith(redirectUri))) {
    return fine(`the Hosted UI accepts the client, the callback URL ${redirectUri} and the scopes`)
  }
  if (error === 'invalid_scope') {
    const message = `the app client lacks some of the scopes ${scopes.join(' ')}`
    return failure(message, `${places.pages}: OpenID Connect scopes; or OIDC_SCOPES with those it has`)
  }
  if (answer.status === 404) {
    return failure(
      `${hostedUi} is not a Hosted UI: it answers 404`,
      `set COGNITO_HOSTED_UI_DOMAIN (${places.domain})`,
    )
  }
  const message = `the Hosted UI refuses the sign-in of client ${clientId} with the callback URL ${redirectUri}`
  return failure(
    `${message} (${error ?? answer.status})`,
    `${places.pages}: Allowed callback URLs; and CLIENT_ID`,
  )
}

async function signOut({ hostedUi, clientId, logoutUri }: Configured): Promise<Finding> {
  const query = new URLSearchParams({ client_id: clientId, logout_uri: logoutUri })
  const to = target(await ask(`${hostedUi}/logout?${query}`), hostedUi)
  if (to?.href === logoutUri) return fine(`the Hosted UI accepts the sign-out URL ${logoutUri}`)
  return failure(
    `the Hosted UI does not accept the sign-out URL ${logoutUri}`,
    `${places.pages}: Allowed sign-out URLs, character by character; or LOGOUT_URI`,
  )
}

/** For an authenticated client, a made-up code is an `invalid_grant`. */
async function secret({ hostedUi, clientId, clientSecret, redirectUri }: Configured): Promise<Finding> {
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret ?? '')}`)
  const answer = await ask(`${hostedUi}/oauth2/token`, {
    method: 'POST',
    ...(clientSecret !== undefined && { headers: { authorization: `Basic ${basic.toString('base64')}` } }),
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code: 'doctor',
      redirect_uri: redirectUri,
      code_verifier: 'doctor'.repeat(8),
    }),
  })
  const { error } = (await answer.json().catch(() => ({}))) as { error?: string }
  const how = clientSecret === undefined ? 'without a secret' : 'with this secret'
  if (error === 'invalid_grant') return fine(`the client is known ${how}`)
  return failure(
    `the token endpoint does not know the client ${how} (${error ?? answer.status})`,
    `${places.client}: show the client secret, and set CLIENT_SECRET (blank for a public client)`,
  )
}
