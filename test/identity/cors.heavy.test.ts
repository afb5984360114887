import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signUp, startApp, type TestApp } from '../support/app.ts'

const LISTED = 'https://spa.example.org'
let app: TestApp
before(async () => {
  app = await startApp({ env: { ALLOW_ORIGINS: `${LISTED} http://localhost:5173` } })
})
after(() => app.close())

const preflight = (origin: string, path = '/receipts/upload', method = 'POST') =>
  fetch(app.url + path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,if-match,idempotency-key',
    },
  })
const corsHeaders = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'))

test('a preflight of a listed origin is answered without a token', async () => {
  for (const origin of [LISTED, 'http://localhost:5173']) {
    const response = await preflight(origin)
    assert.equal(response.status, 204)
    assert.equal(response.headers.get('access-control-allow-origin'), origin)
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /POST/)
    const allowed = response.headers.get('access-control-allow-headers') ?? ''
    for (const name of ['Authorization', 'If-Match', 'Idempotency-Key'])
      assert.ok(allowed.includes(name), name)
    assert.match(response.headers.get('vary') ?? '', /Origin/i)
  }
})

for (const origin of [
  'https://evil.example',
  `${LISTED}.evil.example`,
  'http://spa.example.org',
  `${LISTED}:8443`,
  'null',
  '*',
]) {
  test(`the origin ${origin} gets no leave`, async () => {
    const asked = await preflight(origin)
    assert.notEqual(asked.status, 204)
    assert.deepEqual(corsHeaders(asked), [])
    const { token } = await signUp(app, `${Buffer.from(origin).toString('hex')}@example.com`)
    const called = await fetch(`${app.url}/auth/me`, {
      headers: { origin, authorization: `Bearer ${token}` },
    })
    assert.deepEqual(corsHeaders(called), [])
    assert.match(called.headers.get('vary') ?? '', /Origin/i)
  })
}

test('errors can be read by a listed origin too, and credentials never go along', async () => {
  const { token } = await signUp(app, 'errors@example.com')
  for (const [path, init, status] of [
    ['/auth/me', { headers: { authorization: `Bearer ${token}` } }, 200],
    ['/auth/me', {}, 401],
    ['/auth/me', { headers: { authorization: 'Bearer spoilt' } }, 401],
    ['/nothing-here', {}, 404],
    ['/receipts/upload', { method: 'POST', headers: { authorization: `Bearer ${token}` } }, 400],
  ] as const) {
    const headers = { ...('headers' in init ? init.headers : {}), origin: LISTED }
    const response = await fetch(app.url + path, { ...init, headers })
    assert.equal(response.status, status, path)
    assert.equal(response.headers.get('access-control-allow-origin'), LISTED)
    assert.equal(response.headers.get('access-control-allow-credentials'), null)
    assert.match(response.headers.get('access-control-expose-headers') ?? '', /ETag/)
  }
})

test("a listed origin's call by cookie is still another site's", async () => {
  const { token } = await signUp(app, 'cookie@example.com')
  const response = await fetch(`${app.url}/me/sessions/x`, {
    method: 'DELETE',
    headers: { origin: LISTED, cookie: `access_token=${token}` },
  })
  assert.equal(response.status, 403)
})

test('without ALLOW_ORIGINS no origin gets leave', async () => {
  const closed = await startApp()
  try {
    const response = await fetch(`${closed.url}/auth/me`, {
      method: 'OPTIONS',
      headers: { origin: LISTED, 'access-control-request-method': 'GET' },
    })
    assert.deepEqual(corsHeaders(response), [])
  } finally {
    await closed.close()
  }
})
