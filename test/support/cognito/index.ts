import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { createHostedUi } from './hosted-ui.ts'
import { type Faults, type Options, type Seen, sendJson } from './model.ts'
import { createState } from './state.ts'
import { createTokens } from './tokens.ts'

export type { AppClient, Options } from './model.ts'

const SLOW_MS = 400

export const REGION = 'ap-southeast-5'
export const POOL = `${REGION}_LookAlike`

export type Cognito = Awaited<ReturnType<typeof startCognito>>

/** Answers as the faults say; false: the answer is still to be made. */
async function spoil({ answers }: Faults, response: ServerResponse): Promise<boolean> {
  if (answers === 'slow') await wait(SLOW_MS)
  if (answers === 'wrong') sendJson(response, 200, { message: 'This is the answer to another question.' })
  if (answers === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"access_token":"', () => response.destroy())
  }
  return answers === 'wrong' || answers === 'half'
}

/**
 * A look-alike of an Amazon Cognito user pool on this machine: its API, discovery document and keys at one origin, its
 * Hosted UI at another. Everybody who signs in is a user, and every password is right.
 */
export async function startCognito(options: Options) {
  const faults: Faults = { down: false, idToken: {}, accessToken: {} }
  const seen: Seen[] = []
  const state = createState(options)
  const tokens = createTokens(() => issuer, options, faults)
  const hostedUi = createHostedUi({ options, state, tokens })

  const pool = await listen(options.ports?.pool, (request, response) => void answerPool(request, response))
  const ui = await listen(
    options.ports?.hostedUi,
    (request, response) => void answerUi(request, response),
  ).catch(async (error) => {
    await pool.close()
    throw error
  })
  const endpoint = `http://127.0.0.1:${pool.port}`
  const domain = `http://localhost:${ui.port}`
  const issuer = options.newIssuer ? `http://localhost:${pool.port}/${POOL}` : `${endpoint}/${POOL}`

  const discovery = {
    issuer,
    authorization_endpoint: `${domain}/oauth2/authorize`,
    token_endpoint: `${domain}/oauth2/token`,
    revocation_endpoint: `${domain}/oauth2/revoke`,
    userinfo_endpoint: `${domain}/oauth2/userInfo`,
    end_session_endpoint: `${domain}/logout`,
    jwks_uri: `${endpoint}/${POOL}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }

  async function answerPool(request: IncomingMessage, response: ServerResponse) {
    const asked = await take(request, endpoint)
    if (faults.down) return request.socket.destroy()
    if (await spoil(faults, response)) return
    allowEveryOrigin(response)
    const { pathname } = asked.url
    if (pathname === `/${POOL}/.well-known/openid-configuration`) return sendJson(response, 200, discovery)
    if (pathname === `/${POOL}/.well-known/jwks.json`) return sendJson(response, 200, tokens.jwks())
    if (asked.target === 'AWSCognitoIdentityProviderService.AdminUserGlobalSignOut') {
      return adminSignOut(asked, response)
    }
    if (asked.target === 'AWSCognitoIdentityProviderService.DescribeUserPoolClient') {
      return describeClient(asked, response)
    }
    sendJson(response, 404, {})
  }

  function adminSignOut(asked: Seen, response: ServerResponse) {
    const fail = (type: string) => sendJson(response, 400, { __type: type, message: type })
    const { UserPoolId, Username } = JSON.parse(asked.text) as { UserPoolId: string; Username: string }
    if (!asked.authorization?.startsWith('AWS4-HMAC-SHA256 '))
      return fail('MissingAuthenticationTokenException')
    if (!options.adminAllowed) return fail('AccessDeniedException')
    if (UserPoolId !== POOL) return fail('ResourceNotFoundException')
    if (!state.revokeUser(Username)) return fail('UserNotFoundException')
    sendJson(response, 200, {})
  }

  function describeClient(asked: Seen, response: ServerResponse) {
    const { ClientId } = JSON.parse(asked.text) as { ClientId: string }
    const client = state.client(ClientId)
    const fail = (type: string) => sendJson(response, 400, { __type: type, message: type })
    if (!options.adminAllowed) return fail('AccessDeniedException')
    if (!client) return fail('ResourceNotFoundException')
    sendJson(response, 200, {
      UserPoolClient: {
        ClientId,
        CallbackURLs: client.callbackUrls,
        LogoutURLs: client.signOutUrls,
        AllowedOAuthScopes: ['openid', 'email', 'profile', 'phone'],
        AllowedOAuthFlows: ['code'],
        EnableTokenRevocation: options.tokenRevocation !== false,
        RefreshTokenValidity: 30,
        TokenValidityUnits: { RefreshToken: 'days' },
      },
    })
  }

  async function answerUi(request: IncomingMessage, response: ServerResponse) {
    const asked = await take(request, domain)
    const isForServers = /^\/oauth2\/(token|revoke)$/.test(asked.url.pathname)
    if (faults.down && isForServers) return request.socket.destroy()
    if (isForServers && (await spoil(faults, response))) return
    if (isForServers) allowEveryOrigin(response)
    if (request.method === 'OPTIONS') return response.writeHead(200).end()
    const handler = hostedUi[`${request.method} ${asked.url.pathname}`]
    const cookie = /(?:^|; )cognito=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
    if (handler) return handler(asked, response, cookie)
    sendJson(response, 404, {})
  }

  async function take(request: IncomingMessage, origin: string): Promise<Seen> {
    const body = await text(request)
    const asked: Seen = {
      method: request.method ?? '',
      url: new URL(request.url ?? '', origin),
      body: new URLSearchParams(body),
      text: body,
      authorization: request.headers.authorization,
      target: request.headers['x-amz-target']?.toString(),
    }
    seen.push(asked)
    return asked
  }

  return {
    /** Where the pool's API, its discovery document and its keys are. */
    endpoint,
    /** The origin of the Hosted UI. */
    domain,
    issuer,
    faults,
    tokens,
    /** Every request, oldest first. */
    seen,
    /** How often a path was requested. */
    count: (path: string) => seen.filter(({ url }) => url.pathname === path).length,
    /** Every code, cookie and token it issued, which must appear in no log or URL. */
    secrets: state.secrets,
    close: () => Promise.all([pool.close(), ui.close()]),
  }
}

/** Cognito allows pages of any origin to request their tokens. */
function allowEveryOrigin(response: ServerResponse) {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', '*')
}

async function listen(port: number | undefined, listener: RequestListener) {
  const server = createServer(listener).listen(port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
