import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { browserOf, type Client, clientOf, signUp } from '../support/app.ts'
import {
  CLIENT_ID,
  type CognitoApp,
  type CognitoStartOptions,
  SPA_CLIENT_ID,
  signerOf,
  startCognitoApp,
} from '../support/platforms.ts'
import { isProblem } from '../support/receipts.ts'

const me = (app: CognitoApp, token: string) =>
  fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
const refresh = (client: Client) => client.fetch('/auth/refresh', { method: 'POST' })

async function withApp(options: CognitoStartOptions, use: (app: CognitoApp) => Promise<void>) {
  const app = await startCognitoApp(options)
  try {
    await use(app)
  } finally {
    await app.close()
  }
}

describe('what is sent to Cognito', () => {
  let app: CognitoApp
  before(async () => {
    app = await startCognitoApp()
  })
  after(() => app.close())

  test('a sign-in asks the Hosted UI for a code, with PKCE, state and nonce', async () => {
    const response = await browserOf(app).send('/auth/login')
    const { origin, pathname, searchParams: query } = new URL(response.headers.get('location') ?? '')
    assert.equal(origin + pathname, `${app.cognito.domain}/oauth2/authorize`)
    assert.equal(query.get('response_type'), 'code')
    assert.equal(query.get('client_id'), CLIENT_ID)
    assert.equal(query.get('redirect_uri'), `${app.url}/auth/authorize`)
    assert.equal(query.get('scope'), 'openid email profile phone')
    assert.equal(query.get('code_challenge_method'), 'S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      assert.match(query.get(name) ?? '', /^[\w-]{43}$/)
  })

  test('a person without an account starts at the sign-up page, with the same parameters', async () => {
    const locationOf = async (path: string) =>
      new URL((await browserOf(app).send(path)).headers.get('location') ?? '')
    const { origin, pathname, searchParams } = await locationOf('/auth/login?create=true')
    assert.equal(origin + pathname, `${app.cognito.domain}/signup`)
    const usual = (await locationOf('/auth/login')).searchParams
    assert.deepEqual([...searchParams.keys()], [...usual.keys()])
  })

  test('the secret goes by Basic, and the verifier with the code', async () => {
    await signUp(app, 'sent@example.com')
    const exchange = app.cognito.seen.findLast(({ url }) => url.pathname === '/oauth2/token')
    assert.match(exchange?.authorization ?? '', /^Basic /)
    assert.equal(exchange?.body.get('grant_type'), 'authorization_code')
    assert.match(exchange?.body.get('code_verifier') ?? '', /^[\w-]{43}$/)
    assert.equal(exchange?.body.get('client_secret'), null)
  })

  test('logout revokes the refresh token and leads through /logout with client_id and logout_uri', async () => {
    const client = await signUp(app, 'leaves@example.com')
    const refreshToken = client.browser.jar.get('refresh_token')?.value
    const response = await client.fetch('/auth/logout', { method: 'POST' })
    const answer = (await response.json()) as { redirectTo: string; revoked: boolean; notDone: string[] }
    assert.deepEqual([answer.revoked, answer.notDone], [true, []])
    const query = new URLSearchParams({ client_id: CLIENT_ID, logout_uri: `${app.url}/` })
    assert.equal(answer.redirectTo, `${app.cognito.domain}/logout?${query}`)
    const revocation = app.cognito.seen.findLast(({ url }) => url.pathname === '/oauth2/revoke')
    assert.equal(revocation?.body.get('token'), refreshToken)
    const end = await client.browser.navigate(answer.redirectTo)
    assert.equal(end.url.href, `${app.url}/`)
    const again = await client.browser.navigate('/auth/login')
    assert.match(again.text, /Welcome back/, 'the Hosted UI asks for the password again')
  })

  test('a form may be redirected to the Hosted UI and back', async () => {
    const policy = (await browserOf(app).send('/auth/logout')).headers.get('content-security-policy') ?? ''
    const formAction = /form-action ([^;]+)/.exec(policy)?.[1]?.split(' ')
    assert.deepEqual(formAction, ["'self'", app.url, app.cognito.domain])
  })

  test('an id token with another nonce is refused', async () => {
    app.cognito.faults.idToken = { nonce: 'of-another-sign-in' }
    try {
      const browser = browserOf(app)
      const page = await browser.submit(await browser.navigate('/auth/login'), { email: 'n@example.com' })
      assert.equal(page.status, 400)
      assert.match(page.text, /Sign in again/)
      assert.equal(browser.jar.get('access_token'), undefined)
    } finally {
      app.cognito.faults.idToken = {}
    }
  })

  for (const [name, claims] of Object.entries({
    'of another person': { sub: 'somebody-else' },
    'of another client': { aud: 'other4client' },
    'of another issuer': { iss: 'https://evil.example' },
    'that has expired': { exp: 1_000_000_000 },
    'that is an access token': { token_use: 'access' },
  })) {
    test(`a sign-in with an id token ${name} is refused`, async () => {
      app.cognito.faults.idToken = claims
      try {
        const browser = browserOf(app)
        const page = await browser.submit(await browser.navigate('/auth/login'), { email: 'i@example.com' })
        assert.ok([400, 401].includes(page.status), String(page.status))
        assert.equal(browser.jar.get('access_token'), undefined)
        assert.equal(browser.jar.get('refresh_token'), undefined)
      } finally {
        app.cognito.faults.idToken = {}
      }
    })
  }

  test('access tokens of the listed single-page apps are taken, of other clients not', async () => {
    const { claims, token } = await signUp(app, 'clients@example.com')
    const signed = signerOf(app, token)
    assert.equal((await me(app, signed({ ...claims, jti: 'spa', client_id: SPA_CLIENT_ID }))).status, 200)
    assert.equal((await me(app, signed({ ...claims, jti: 'other', client_id: 'other4client' }))).status, 401)
    // Bound to a resource, Cognito writes an audience.
    assert.equal((await me(app, signed({ ...claims, jti: 'aud', aud: CLIENT_ID }))).status, 200)
    assert.equal((await me(app, signed({ ...claims, jti: 'aud2', aud: 'https://api.example' }))).status, 401)
  })
})

test('offline_access is left out, which Cognito would refuse', () =>
  withApp({ env: { OIDC_SCOPES: 'openid email offline_access' } }, async (app) => {
    const client = await signUp(app, 'offline@example.com')
    assert.equal(client.claims.scope, 'openid email')
    assert.equal((await refresh(client)).status, 200)
  }))

test('a scope Cognito does not know ends in a page, not in a session', () =>
  withApp({ env: { OIDC_SCOPES: 'openid wrong' } }, async (app) => {
    const browser = browserOf(app)
    const page = await browser.navigate('/auth/login')
    assert.equal(page.status, 400)
    assert.equal(page.url.searchParams.get('error'), 'invalid_scope')
    assert.match(page.text, /Sign in again/)
  }))

test('a public client needs no secret', () =>
  withApp({ publicClient: true }, async (app) => {
    const client = await signUp(app, 'public@example.com')
    assert.equal((await refresh(client)).status, 200)
    const exchange = app.cognito.seen.findLast(({ url }) => url.pathname === '/oauth2/token')
    assert.equal(exchange?.authorization, undefined)
    assert.equal(exchange?.body.get('client_id'), CLIENT_ID)
    const logout = await client.fetch('/auth/logout', { method: 'POST' })
    assert.equal(((await logout.json()) as { revoked: boolean }).revoked, true)
  }))

test('a wrong secret is a fault of ours: 503, and no session', () =>
  withApp({ env: { CLIENT_SECRET: 'not this one' } }, async (app) => {
    const browser = browserOf(app)
    const page = await browser.submit(await browser.navigate('/auth/login'), { email: 's@example.com' })
    assert.equal(page.status, 503)
    assert.equal(browser.jar.get('access_token'), undefined)
  }))

test('the issuer is the one of the discovery document, in either form', () =>
  withApp({ cognito: { newIssuer: true } }, async (app) => {
    const { claims, token } = await signUp(app, 'issuer@example.com')
    assert.equal(claims.iss, app.cognito.issuer)
    assert.ok(!app.cognito.issuer.startsWith(app.cognito.endpoint))
    const signed = signerOf(app, token)
    const iss = `${app.cognito.endpoint}/${app.cognito.issuer.split('/').at(-1)}`
    assert.equal((await me(app, signed({ ...claims, iss }))).status, 401)
  }))

test('a pool without token revocation: a token is ended by its hash', () =>
  withApp({ cognito: { tokenRevocation: false } }, async (app) => {
    const client = await signUp(app, 'hash@example.com')
    const other = await signUp(app, 'other@example.com')
    assert.equal(client.claims.jti, undefined)
    assert.equal((await me(app, client.token)).status, 200)
    assert.equal((await client.fetch('/auth/logout', { method: 'POST' })).status, 200)
    assert.equal((await me(app, client.token)).status, 401)
    assert.equal((await me(app, other.token)).status, 200)
  }))

test('tokens longer than a cookie are split, put together again, and removed with all their parts', () =>
  withApp({ cognito: { groups: 150 } }, async (app) => {
    const client = await signUp(app, 'groups@example.com')
    const { jar } = client.browser
    assert.equal(jar.get('access_token'), undefined)
    const parts = jar.names().filter((name) => /^(access|id)_token\.\d$/.test(name))
    assert.ok(parts.length >= 4, parts.join(' '))
    assert.ok(jar.header(new URL('/auth/me', app.url)).length > 16_384, 'more than Node takes by default')
    for (const name of parts) {
      const line = jar.get(name)?.line ?? ''
      assert.ok(line.length <= 4096)
      assert.match(line, name.startsWith('id') ? /Path=\/auth;/ : /Path=\/;/)
    }
    assert.equal((await client.fetch('/auth/me')).status, 200)
    assert.equal((await refresh(client)).status, 200)
    const profile = (await (await client.fetch('/auth/me')).json()) as { email: string }
    assert.equal(profile.email, 'groups@example.com')
    await client.fetch('/auth/logout', { method: 'POST' })
    assert.deepEqual(
      jar.names().filter((name) => name.includes('_token')),
      [],
    )
    await isProblem(await client.fetch('/auth/me'), 401, 'unauthenticated')
  }))

test('without token parts of before, shorter tokens take the place of longer ones', () =>
  withApp({}, async (app) => {
    const client = await signUp(app, 'shorter@example.com')
    for (const part of [0, 1]) client.browser.jar.set(new URL(app.url), `access_token.${part}=old; Path=/`)
    assert.equal((await refresh(client)).status, 200)
    const names = client.browser.jar.names().filter((name) => name.startsWith('access_token'))
    assert.deepEqual(names, ['access_token'])
    assert.equal((await clientOf(app, client.browser).fetch('/auth/me')).status, 200)
  }))
