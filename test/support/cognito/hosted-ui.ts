import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { html } from '../../../server/http/page.ts'
import { hostedPage } from './hosted-page.ts'
import { type AppClient, now, type Options, type Seen, type Session, sendJson } from './model.ts'
import type { State } from './state.ts'
import type { Tokens } from './tokens.ts'

const SCOPES = new Set(['openid', 'email', 'profile', 'phone', 'aws.cognito.signin.user.admin'])
const COOKIE = 'cognito'

interface HostedUiOptions {
  options: Options
  state: State
  tokens: Tokens
}

type Handler = (seen: Seen, response: ServerResponse, cookie: string | undefined) => void

/** The pages and endpoints of the Hosted UI's domain. */
export function createHostedUi({ options, state, tokens }: HostedUiOptions): Record<string, Handler> {
  const redirect = (response: ServerResponse, to: string | URL, headers = {}) => {
    response.writeHead(302, { location: String(to), ...headers })
    response.end()
  }
  const sendPage = (response: ServerResponse, status: number, title: string, body = html``) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    response.end(hostedPage(title, body))
  }

  const signInForm = ({ url }: Seen) =>
    html`<form method="post" id="sign-up" action="/login?${url.searchParams.toString()}">
      <label>E-mail <input name="email" type="email" autocomplete="username" value="${options.suggestedEmail ?? ''}"></label>
      <label>Password <input name="password" type="password" autocomplete="off"></label>
      <button>Sign in</button>
      <p>Any address is an account, and any password is right.</p>
    </form>`

  /** Finds the client and checks its callback; an error is shown to the person, never redirected. */
  function authorization(seen: Seen) {
    const query = seen.url.searchParams
    const client = state.client(query.get('client_id'))
    const redirectUri = query.get('redirect_uri') ?? ''
    return client?.callbackUrls.includes(redirectUri)
      ? { client, query, back: new URL(redirectUri) }
      : undefined
  }

  function backWith(
    response: ServerResponse,
    back: URL,
    query: URLSearchParams,
    answer: object,
    headers = {},
  ) {
    for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value)
    const stateParameter = query.get('state')
    if (stateParameter) back.searchParams.set('state', stateParameter)
    redirect(response, back, headers)
  }

  /** The calling client, by Basic authentication or, if it is public, by its id alone. */
  function clientOf(seen: Seen): AppClient | undefined {
    const basic = /^Basic (.+)$/.exec(seen.authorization ?? '')?.[1]
    const [id, secret] = basic
      ? Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
      : [seen.body.get('client_id'), undefined]
    const client = state.client(id)
    return client && client.secret === secret ? client : undefined
  }

  function sendTokens(
    response: ServerResponse,
    session: Session,
    nonce: string | undefined,
    refreshToken?: string,
  ) {
    const accessToken = tokens.accessToken(session)
    const idToken = tokens.idToken(session, accessToken, nonce)
    state.secrets.add(accessToken).add(idToken)
    sendJson(response, 200, {
      access_token: accessToken,
      id_token: idToken,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      expires_in: tokens.seconds,
      token_type: 'Bearer',
    })
  }

  function exchangeCode({ body }: Seen, response: ServerResponse, client: AppClient) {
    const code = state.takeCode(body.get('code') ?? '')
    const verifier = body.get('code_verifier') ?? ''
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const fits =
      code?.session.client === client &&
      code.redirectUri === body.get('redirect_uri') &&
      (code.challenge === undefined || code.challenge === challenge)
    if (!code || !fits) return sendJson(response, 400, { error: 'invalid_grant' })
    sendTokens(response, code.session, code.session.nonce, state.newRefreshToken(code.session))
  }

  function refresh({ body }: Seen, response: ServerResponse, client: AppClient) {
    const found = state.alive(body.get('refresh_token') ?? '')
    if (found?.session.client !== client) return sendJson(response, 400, { error: 'invalid_grant' })
    if (!options.rotation) return sendTokens(response, found.session, undefined)
    found.rotatedAt ??= now()
    // A new token expires when the first one would have.
    sendTokens(response, found.session, undefined, state.newRefreshToken(found.session, found.expiresAt))
  }

  return {
    'GET /oauth2/authorize'(seen, response, cookie) {
      const asked = authorization(seen)
      if (!asked) return sendPage(response, 400, 'redirect_mismatch')
      const { client, query, back } = asked
      const scopes = (query.get('scope') ?? '').split(' ')
      if (!scopes.every((scope) => SCOPES.has(scope))) {
        return backWith(response, back, query, { error: 'invalid_scope' })
      }
      if (query.get('response_type') !== 'code') {
        return backWith(response, back, query, { error: 'unsupported_response_type' })
      }
      const known = state.signedIn(cookie)
      if (!known) return redirect(response, `/login?${query}`)
      backWith(response, back, query, { code: state.newCode(client, known.user, known.at, query) })
    },

    'GET /login': (seen, response) => sendPage(response, 200, 'Welcome back', signInForm(seen)),
    // Everybody who signs in is a user.
    'GET /signup': (seen, response) => sendPage(response, 200, 'Sign up', signInForm(seen)),

    'POST /login'(seen, response) {
      const asked = authorization(seen)
      if (!asked) return sendPage(response, 400, 'redirect_mismatch')
      const { client, query, back } = asked
      const user = state.user(seen.body.get('email') ?? '')
      const cookie = `${COOKIE}=${state.signIn(user)}; Path=/; HttpOnly; Max-Age=3600`
      const code = state.newCode(client, user, now(), query)
      backWith(response, back, query, { code }, { 'set-cookie': cookie })
    },

    'POST /oauth2/token'(seen, response) {
      const client = clientOf(seen)
      if (!client) return sendJson(response, 400, { error: 'invalid_client' })
      const grant = seen.body.get('grant_type')
      if (grant === 'authorization_code') return exchangeCode(seen, response, client)
      if (grant === 'refresh_token') return refresh(seen, response, client)
      sendJson(response, 400, { error: 'unsupported_grant_type' })
    },

    'POST /oauth2/revoke'(seen, response) {
      const client = clientOf(seen)
      if (!client) return sendJson(response, 400, { error: 'invalid_client' })
      const token = seen.body.get('token') ?? ''
      if (token.split('.').length === 3) return sendJson(response, 400, { error: 'unsupported_token_type' })
      const found = state.refreshToken(token)
      if (found?.session.client === client) found.session.revoked = true
      response.writeHead(200).end()
    },

    'GET /logout'(seen, response, cookie) {
      const query = seen.url.searchParams
      const to = query.get('logout_uri') ?? ''
      if (!state.client(query.get('client_id'))?.signOutUrls.includes(to)) {
        return sendPage(response, 400, 'Required String parameter redirect_uri is not present')
      }
      state.signOut(cookie)
      redirect(response, to, { 'set-cookie': `${COOKIE}=; Path=/; Max-Age=0` })
    },
  }
}
