import { createHash, randomBytes } from 'node:crypto'
import { createBrowser } from './browser.ts'

interface SpaClient {
  issuer: string
  clientId: string
  /** A callback URL of the client; nobody has to listen there. */
  callback: string
}

export interface SpaTokens {
  access_token: string
  id_token: string
  refresh_token: string
  expires_in: number
}

/** Signs a person in as a single-page app does: a code of the Hosted UI with PKCE, exchanged by the page itself. */
export async function signInAsSpa(client: SpaClient, email: string): Promise<SpaTokens> {
  const { issuer, clientId, callback } = client
  const document = await fetch(`${issuer}/.well-known/openid-configuration`)
  const { authorization_endpoint, token_endpoint } = (await document.json()) as Record<string, string>
  if (!authorization_endpoint || !token_endpoint) throw new Error('the discovery document names no endpoints')
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid email',
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const browser = createBrowser(authorization_endpoint)
  const page = await browser.navigate(`${authorization_endpoint}?${query}`)
  const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const signedIn = await browser.send(new URL(action, page.url), {
    method: 'POST',
    body: new URLSearchParams({ email, password: 'any' }),
  })
  const back = new URL(signedIn.headers.get('location') ?? '')
  const response = await fetch(token_endpoint, {
    method: 'POST',
    headers: { origin: new URL(callback).origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback,
      code: back.searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  })
  if (!response.ok) throw new Error(`no tokens: ${response.status} ${await response.text()}`)
  return response.json() as Promise<SpaTokens>
}
