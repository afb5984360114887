import assert from 'node:assert/strict'
import { sign } from 'node:crypto'
import { after, before, test } from 'node:test'
import { browserOf, clientOf, freePort, startApp, type TestApp } from '../support/app.ts'
import { AUDIENCE, startOtherProvider } from '../support/other-provider.ts'

let provider: Awaited<ReturnType<typeof startOtherProvider>>
let app: TestApp

async function start(options: { jwtAccessTokens?: boolean; prompts?: string[] } = {}) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const other = await startOtherProvider({
    redirectUri: `${url}/auth/authorize`,
    logoutUri: `${url}/`,
    ...options,
  })
  const started = await startApp({
    env: {
      PORT: String(port),
      PUBLIC_URL: url,
      IDENTITY: 'oidc',
      OIDC_ISSUER: other.issuer,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_SCOPES: 'openid email profile',
      CLIENT_ID: 'tracker',
      CLIENT_SECRET: 'a secret of the other provider',
    },
  })
  return { other, started }
}

before(async () => {
  const { other, started } = await start()
  provider = other
  app = started
})
after(async () => {
  await app.close()
  await provider.close()
})

async function signedIn(name: string, at = app) {
  const browser = browserOf(at)
  let page = await browser.navigate('/auth/login?returnTo=/health/live')
  page = await browser.submit(page, { login: name, password: 'any' })
  if (page.text.includes('<form')) page = await browser.submit(page)
  return { page, client: clientOf(at, browser) }
}

const me = (token: string) => fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })

test('a person signs in with another OpenID provider, refreshes, and signs out of both', async () => {
  const { page, client } = await signedIn('siti')
  assert.equal(page.url.href, `${app.url}/health/live`)
  assert.deepEqual([client.claims.iss, client.claims.aud], [provider.issuer, AUDIENCE])
  const profile = (await (await client.fetch('/auth/me')).json()) as { sub: string; email: string }
  assert.deepEqual([profile.sub, profile.email], ['siti', 'siti@example.com'])

  const tab = clientOf(app, browserOf(app, client.browser.jar.copy()))
  assert.equal((await tab.fetch('/auth/refresh', { method: 'POST' })).status, 200)
  const refreshed = clientOf(app, tab.browser)
  assert.notEqual(refreshed.claims.jti, client.claims.jti)

  const response = await client.fetch('/auth/logout', { method: 'POST' })
  const { redirectTo, revoked } = (await response.json()) as { redirectTo: string; revoked: boolean }
  assert.equal(revoked, true)
  const { origin, searchParams } = new URL(redirectTo)
  assert.equal(origin, provider.issuer)
  assert.deepEqual(Object.fromEntries(searchParams), {
    client_id: 'tracker',
    post_logout_redirect_uri: `${app.url}/`,
  })
  assert.equal((await me(client.token)).status, 401)
  assert.equal((await me(refreshed.token)).status, 401, 'its session is named by sid')
})

test('everywhere ends the listed sessions, and says that the provider was not asked', async () => {
  const { client: first } = await signedIn('ahmad')
  const { client: second } = await signedIn('ahmad')
  const response = await first.fetch('/auth/logout', {
    method: 'POST',
    body: new URLSearchParams({ everywhere: 'true' }),
  })
  const { notDone } = (await response.json()) as { notDone: string[] }
  assert.deepEqual(notDone, ['other_sessions_not_ended_at_provider'])
  assert.equal((await second.fetch('/auth/me')).status, 401)
  assert.equal((await second.fetch('/auth/refresh', { method: 'POST' })).status, 401)
  // However soon: tokens carry whole seconds, and all of the second in which the others ended are refused.
  const { client: next } = await signedIn('ahmad')
  assert.equal((await next.fetch('/auth/me')).status, 200)
})

test('only access tokens as in RFC 9068, for our audience, are let in', async (t) => {
  const { client } = await signedIn('mei')
  const [head = ''] = client.token.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString())
  const signed = (changed: object, payload: object) => {
    const parts = [
      { ...header, ...changed },
      { ...client.claims, jti: 'by-hand', ...payload },
    ]
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${sign('sha256', Buffer.from(text), provider.key).toString('base64url')}`
  }
  assert.equal(header.typ, 'at+jwt')
  for (const [name, token] of Object.entries({
    'as it is': signed({}, {}),
    'with the long form of its type': signed({ typ: 'application/at+jwt' }, {}),
    'for several audiences': signed({}, { aud: ['https://elsewhere.example', AUDIENCE] }),
  })) {
    await t.test(name, async () => assert.equal((await me(token)).status, 200))
  }
  for (const [name, token] of Object.entries({
    'the id token': client.browser.jar.get('id_token')?.value ?? '',
    'of type JWT': signed({ typ: 'JWT' }, {}),
    'without a type': signed({ typ: undefined }, {}),
    'for another audience': signed({}, { aud: 'https://elsewhere.example' }),
    'for the client instead of the audience': signed({}, { aud: 'tracker' }),
    'without an audience': signed({}, { aud: undefined }),
    'of another issuer': signed({}, { iss: 'https://evil.example' }),
    expired: signed({}, { exp: 1_000_000_000 }),
    'with HS256': signed({ alg: 'HS256' }, {}),
    'with none': signed({ alg: 'none' }, {}),
  })) {
    await t.test(`not ${name}`, async () => assert.equal((await me(token)).status, 401))
  }
})

test('a person without an account starts where accounts are created, if the provider says it can do that', async () => {
  const promptAt = async (at: TestApp) => {
    const response = await browserOf(at).send('/auth/login?create=true')
    return new URL(response.headers.get('location') ?? '').searchParams.get('prompt')
  }
  assert.equal(await promptAt(app), null)
  const { other, started } = await start({ prompts: ['login', 'create'] })
  try {
    assert.equal(await promptAt(started), 'create')
  } finally {
    await started.close()
    await other.close()
  }
})

test('a provider of opaque access tokens gives no session', async () => {
  const { other, started } = await start({ jwtAccessTokens: false })
  try {
    const { page, client } = await signedIn('opaque', started)
    assert.equal(page.status, 401)
    assert.equal(client.browser.jar.get('access_token'), undefined)
  } finally {
    await started.close()
    await other.close()
  }
})
