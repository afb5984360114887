import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { StorageUnavailableError } from '../../server/errors.ts'
import { browserOf, type Client, signUp, startApp, type TestApp } from '../support/app.ts'

let app: TestApp
let client: Client
before(async () => {
  app = await startApp()
  client = await signUp(app, 'gate@example.com')
})
after(() => app.close())

/** Who may call these without a token; everything else asks for one. */
const PUBLIC = [
  'GET /',
  'GET /*',
  'GET /assets/*',
  'GET /app',
  'GET /app/*',
  'GET /app/assets/*',
  'GET /manifest.webmanifest',
  'GET /mark-192.png',
  'GET /mark-512.png',
  'GET /mark.svg',
  'GET /share-target.js',
  'GET /sw.js',
  'POST /app/share',
  'GET /auth/authorize',
  'GET /auth/login',
  'GET /auth/logout',
  'POST /auth/logout',
  'POST /auth/refresh',
  'GET /docs',
  'GET /docs/',
  'GET /docs/js/scalar.js',
  'GET /docs/openapi.json',
  'GET /docs/openapi.yaml',
  'GET /health/live',
  'GET /health/ready',
  'GET /openapi.json',
  'GET /oidc/*',
  'POST /oidc/*',
  'OPTIONS /oidc/*',
  'GET /oidc/.well-known/openid-configuration',
  'POST /oidc/.well-known/openid-configuration',
  'GET /oidc/invitation/:code',
  'GET /oidc/jwks',
  'POST /oidc/jwks',
  'GET /oidc/logout',
  'GET /oidc/reset/:code',
  'POST /oidc/reset/:code',
  'GET /oidc/sign-in/:uid',
  'POST /oidc/sign-in/:uid',
  'POST /oidc/sign-in/:uid/passkey',
  'POST /oidc/sign-in/:uid/passkey/options',
  'GET /oidc/sign-in/:uid/second',
  'POST /oidc/sign-in/:uid/second',
  'GET /oidc/sign-in/:uid/sign-up',
  'POST /oidc/sign-in/:uid/sign-up',
  'GET /oidc/token',
  'POST /oidc/token',
  'GET /oidc/token/revocation',
  'POST /oidc/token/revocation',
]

test('no cache keeps what is somebody’s own, nor that it is not there', async () => {
  const own = app.routes.filter(({ url }) => /^\/(receipts|tax-years|me|reminders|auth\/me)/.test(url))
  const statuses = new Set<number>()
  for (const { method, url } of own) {
    if (method !== 'GET') continue
    const path = url.replace(':ya', '2025').replace(/:\w+/g, '0197d0a0-0000-7000-8000-000000000000')
    const response = await client.fetch(path)
    await response.arrayBuffer()
    assert.match(response.headers.get('cache-control') ?? '', /no-store/, `${url}: ${response.status}`)
    statuses.add(response.status)
  }
  assert.deepEqual([...statuses].sort(), [200, 400, 404])
})

test('every route that is not on the list asks for a token', async () => {
  const open: string[] = []
  for (const { method, url } of app.routes) {
    for (const verb of [method].flat()) {
      if (verb === 'HEAD') continue
      const path = url.replace('*', 'x').replace(/:\w+/g, '0197d0a0-0000-7000-8000-000000000000')
      const response = await fetch(app.url + path, { method: verb, redirect: 'manual' })
      if (response.status === 401) {
        assert.equal(response.headers.get('www-authenticate'), 'Bearer')
        assert.equal(((await response.json()) as { code: string }).code, 'unauthenticated')
      } else {
        open.push(`${verb} ${url}`)
      }
    }
  }
  assert.deepEqual(new Set(open).difference(new Set(PUBLIC)), new Set())
  assert.ok(app.routes.length - open.length > 5)
})

test('a person who opens a protected page is sent to sign in and comes back; a script gets 401', async () => {
  const send = (headers: Record<string, string>) => browserOf(app).send('/auth/me?a=1&b=2', { headers })
  const pages: Record<string, string>[] = [
    { accept: 'text/html,*/*;q=0.8' },
    { accept: 'text/html', 'sec-fetch-mode': 'navigate' },
    { accept: 'text/html', 'sec-fetch-mode': 'navigate', cookie: 'access_token=spoilt' },
  ]
  for (const headers of pages) {
    const response = await send(headers)
    assert.equal(response.status, 302)
    assert.equal(response.headers.get('location'), '/auth/login?returnTo=%2Fauth%2Fme%3Fa%3D1%26b%3D2')
  }
  const scripts: Record<string, string>[] = [
    { accept: '*/*' },
    { accept: 'application/json' },
    { accept: 'text/html', 'sec-fetch-mode': 'cors' },
    { accept: 'text/html', authorization: 'Bearer spoilt' },
  ]
  for (const headers of scripts) {
    assert.equal((await send(headers)).status, 401)
  }
})

test('the bearer header comes before the cookie; another scheme is not ours', async () => {
  const withHeader = (authorization: string) => client.fetch('/auth/me', { headers: { authorization } })
  assert.equal((await withHeader('Bearer spoilt')).status, 401)
  assert.equal((await withHeader('Bearer')).status, 401)
  assert.equal((await withHeader(`bearer ${client.token}`)).status, 200)
  assert.equal((await withHeader('Basic dXNlcjpwYXNz')).status, 200, 'a proxy asked for it')
})

test('a token too long for one cookie is put together from its parts', async () => {
  const { token } = client
  const half = Math.floor(token.length / 2)
  const withCookies = (cookie: string) => fetch(`${app.url}/auth/me`, { headers: { cookie } })
  const [first, second] = [token.slice(0, half), token.slice(half)]
  assert.equal((await withCookies(`access_token.1=${second}; access_token.0=${first}`)).status, 200)
  assert.equal((await withCookies(`access_token.0=${first}`)).status, 401)
  assert.equal((await withCookies(`access_token.1=${second}`)).status, 401)
})

test('a change by cookie needs the same origin; a bearer call does not', async () => {
  const change = (headers: Record<string, string>, by: 'cookie' | 'bearer' = 'cookie') =>
    fetch(`${app.url}/receipts/0197d0a0-0000-7000-8000-000000000000`, {
      method: 'DELETE',
      headers: {
        ...(by === 'cookie'
          ? { cookie: `access_token=${client.token}` }
          : { authorization: `Bearer ${client.token}` }),
        ...headers,
      },
    })
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
  const refused: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${app.url}.evil.example` },
    { 'sec-fetch-site': 'cross-site', origin: app.url },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ]
  for (const headers of refused) {
    const response = await change(headers)
    assert.equal(response.status, 403, JSON.stringify(headers))
    assert.equal(await codeOf(response), 'cross_site_request')
  }
  const accepted: Record<string, string>[] = [{ origin: app.url }, { 'sec-fetch-site': 'same-origin' }]
  for (const headers of accepted) {
    assert.notEqual(await codeOf(await change(headers)), 'cross_site_request')
  }
  assert.notEqual(
    await codeOf(await change({ origin: 'https://evil.example' }, 'bearer')),
    'cross_site_request',
  )
})

test('when nobody can say whether a token was revoked, nobody is let in', async () => {
  let isBroken = false
  const own = await startApp({
    overrides: {
      revokedTokens: (real) => ({
        ...real,
        async latest(id, now) {
          if (isBroken) throw new StorageUnavailableError('out of reach')
          return real.latest(id, now)
        },
      }),
    },
  })
  try {
    const { token } = await signUp(own, 'closed@example.com')
    const me = () => fetch(`${own.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
    assert.equal((await me()).status, 200)
    isBroken = true
    assert.equal((await me()).status, 503)
    isBroken = false
    assert.equal((await me()).status, 200)
  } finally {
    await own.close()
  }
})
