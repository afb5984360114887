import assert from 'node:assert/strict'
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
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
  'GET /oidc/sign-in/:uid/sign-up',
  'POST /oidc/sign-in/:uid/sign-up',
  'GET /oidc/token',
  'POST /oidc/token',
  'GET /oidc/token/revocation',
  'POST /oidc/token/revocation',
]

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

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = () => Math.floor(Date.now() / 1000)

test('forged and broken tokens get 401, as a header and as a cookie', async (t) => {
  const jwk = JSON.parse(readFileSync(join(app.dataDir, 'keys', 'access-token-key.json'), 'utf8'))
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  const publicDer = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const attackerJwk = {
    ...attacker.publicKey.export({ format: 'jwk' }),
    kid: 'evil',
    alg: 'RS256',
    use: 'sig',
  }
  const [headerText = '', payloadText = '', signature = ''] = client.token.split('.')
  const header = JSON.parse(Buffer.from(headerText, 'base64url').toString())
  const payload = client.claims
  const signed = (head: object, body: object, by = key, digest = 'sha256') => {
    const text = `${b64(head)}.${b64(body)}`
    return `${text}.${sign(digest, Buffer.from(text), by).toString('base64url')}`
  }
  const hmac = (secret: string | Buffer, head: object = {}) => {
    const text = `${b64({ ...header, alg: 'HS256', ...head })}.${payloadText}`
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
  }
  const evil = attacker.privateKey
  // A place that would serve the attacker's key: nobody may ask it.
  let asked = 0
  const keyServer = createServer((_request, response) => {
    asked++
    response.end(JSON.stringify({ keys: [attackerJwk] }))
  })
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve))
  const { port } = keyServer.address() as { port: number }
  const url = `http://127.0.0.1:${port}/jwks`

  const tokens: Record<string, string> = {
    'alg none': `${b64({ ...header, alg: 'none' })}.${payloadText}.`,
    'alg None with the old signature': `${b64({ ...header, alg: 'None' })}.${payloadText}.${signature}`,
    'HS256 with the public key as PEM': hmac(String(publicPem)),
    'HS256 with the public key as DER': hmac(publicDer),
    'HS256 with the public key as JWK': hmac(JSON.stringify({ kty: 'RSA', n: jwk.n, e: jwk.e })),
    'HS256 without kid': hmac(String(publicPem), { kid: undefined }),
    'RS512 with the right key': signed({ ...header, alg: 'RS512' }, payload, key, 'sha512'),
    'another issuer': signed(header, { ...payload, iss: 'https://evil.example' }),
    'the issuer with a slash': signed(header, { ...payload, iss: `${payload.iss}/` }),
    'another client': signed(header, { ...payload, client_id: 'other', aud: 'other' }),
    'another audience': signed(header, { ...payload, aud: ['other', payload.client_id] }),
    'no client': signed(header, { ...payload, client_id: undefined }),
    'the id token': client.browser.jar.get('id_token')?.value ?? '',
    'no token_use': signed(header, { ...payload, token_use: undefined }),
    expired: signed(header, { ...payload, exp: now() - 60 }),
    'without expiry': signed(header, { ...payload, exp: undefined }),
    'not valid yet': signed(header, { ...payload, nbf: now() + 600 }),
    'without sub': signed(header, { ...payload, sub: undefined }),
    'an unknown kid': signed({ ...header, kid: 'unknown' }, payload),
    'no kid': signed({ ...header, kid: undefined }, payload),
    'the key of another person': signed(header, payload, evil),
    'jwk in the header': signed({ ...header, jwk: attackerJwk }, payload, evil),
    'jwk and its kid': signed({ ...header, kid: 'evil', jwk: attackerJwk }, payload, evil),
    'jku in the header': signed({ ...header, kid: 'evil', jku: url }, payload, evil),
    'x5u in the header': signed({ ...header, kid: 'evil', x5u: url }, payload, evil),
    'a critical header nobody knows': signed({ ...header, crit: ['x'], x: 1 }, payload),
    oversized: signed(header, { ...payload, pad: 'x'.repeat(11_000) }).slice(0, 14_000),
    'a changed payload': `${headerText}.${b64({ ...payload, sub: 'somebody' })}.${signature}`,
    truncated: client.token.slice(0, -20),
    'without signature': `${headerText}.${payloadText}.`,
    'two parts': `${headerText}.${payloadText}`,
    'five parts': `${client.token}.x.y`,
    'not JSON': `${Buffer.from('{').toString('base64url')}.${payloadText}.${signature}`,
    'an array for a header': `${b64([])}.${payloadText}.${signature}`,
    'null for a header': `${b64(null)}.${payloadText}.${signature}`,
    'a number for a payload': signed(header, 1 as unknown as object),
    text: 'hello',
    'the refresh token': client.browser.jar.get('refresh_token')?.value ?? '',
  }
  for (const [name, token] of Object.entries(tokens)) {
    await t.test(name, async () => {
      const bearer = await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
      assert.equal(bearer.status, 401)
      assert.equal(bearer.headers.get('www-authenticate'), 'Bearer error="invalid_token"')
      assert.equal(((await bearer.json()) as { code: string }).code, 'invalid_token')
      const cookie = await fetch(`${app.url}/auth/me`, { headers: { cookie: `access_token=${token}` } })
      assert.equal(cookie.status, 401)
    })
  }
  await t.test('while the same key makes one that is let in', async () => {
    const good = signed(header, { ...payload, jti: 'by-hand', nbf: now() + 3 })
    const response = await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${good}` } })
    assert.equal(response.status, 200)
  })
  keyServer.close()
  assert.equal(asked, 0)
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
