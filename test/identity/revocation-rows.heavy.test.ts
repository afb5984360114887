import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { StorageUnavailableError } from '../../server/errors.ts'
import type { Revocation } from '../../server/identity/ports.ts'
import { browserOf, signUp } from '../support/app.ts'
import { type CognitoApp, startCognitoApp } from '../support/platforms.ts'
import { isProblem } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'

let app: CognitoApp
let time: ReturnType<typeof freezeTime>
/** What was written, what was asked for, and what happens then. */
let added: Revocation[]
let asked: string[]
let onAsk: () => Promise<void>
let onAdd: () => Promise<void>

before(async () => {
  time = freezeTime()
  app = await startCognitoApp({
    cognito: { rotation: { graceSeconds: 0 } },
    overrides: {
      revokedTokens: (real) => ({
        async add(revocation) {
          await onAdd()
          added.push(revocation)
          await real.add(revocation)
        },
        async latest(id, now) {
          asked.push(id)
          await onAsk()
          return real.latest(id, now)
        },
      }),
    },
  })
})
after(async () => {
  await app.close()
  time.release()
})
beforeEach(() => {
  added = []
  asked = []
  onAsk = async () => {}
  onAdd = async () => {}
})

const outOfReach = async () => {
  throw new StorageUnavailableError('out of reach')
}
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const rows = () =>
  added
    .map(({ id, expiresAt }) => [id, expiresAt.toISOString()])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
const sorted = (...expected: [id: string, expiresAt: string][]) =>
  expected.sort(([a], [b]) => (a < b ? -1 : 1))

test('logout writes a row for the token until it expires, and one for its session for a day', async () => {
  const { claims, fetch } = await signUp(app, 'rows@example.com')
  time.advance({ minutes: 20 })
  await fetch('/auth/logout', { method: 'POST' })
  const expiry = new Date(claims.exp * 1000).toISOString()
  assert.deepEqual(rows(), sorted([claims.jti, expiry], [claims.origin_jti, inHours(24)]))
})

test('when the provider did not revoke, the row of the session lasts as long as its refresh token', async () => {
  const { claims, fetch } = await signUp(app, 'long@example.com')
  app.cognito.faults.down = true
  await fetch('/auth/logout', { method: 'POST' }).finally(() => {
    app.cognito.faults.down = false
  })
  assert.deepEqual(rows(), sorted([claims.jti, inHours(1)], [claims.origin_jti, inHours(30 * 24)]))
})

test('a bearer writes the rows of its own token', async () => {
  const { claims, token } = await signUp(app, 'bearer@example.com')
  const headers = { authorization: `Bearer ${token}` }
  await fetch(`${app.url}/auth/logout`, { method: 'POST', headers })
  assert.deepEqual(rows(), sorted([claims.jti, inHours(1)], [claims.origin_jti, inHours(30 * 24)]))
})

test('everywhere writes the row of the person', async () => {
  const { claims, sub, fetch } = await signUp(app, 'person@example.com')
  await fetch('/auth/logout', { method: 'POST', body: new URLSearchParams({ everywhere: 'true' }) })
  assert.ok(rows().some(([id, expiresAt]) => id === `user#${sub}` && expiresAt === inHours(24)))
  assert.ok(rows().some(([id]) => id === claims.jti))
})

test('the three rows are asked for with each request, side by side', async () => {
  const { claims, sub, token } = await signUp(app, 'three@example.com')
  const three = [claims.jti, claims.origin_jti, `user#${sub}`].sort()
  for (const _ of ['a new token', 'a token that was verified before']) {
    asked = []
    const all = Promise.withResolvers<void>()
    onAsk = () => {
      if (asked.length === 3) all.resolve()
      // Asked one after the other, the first would wait for ever.
      return all.promise
    }
    const headers = { authorization: `Bearer ${token}` }
    const request = fetch(`${app.url}/auth/me`, { headers, signal: AbortSignal.timeout(60_000) })
    const response = await request.finally(all.resolve)
    assert.equal(response.status, 200)
    assert.deepEqual(asked.sort(), three)
  }
})

test('when the rows cannot be asked for, the gate and a refresh answer 503 and clear nothing', async () => {
  const client = await signUp(app, 'asks@example.com')
  onAsk = outOfReach
  await isProblem(await client.fetch('/auth/me'), 503, 'storage_unavailable')
  await isProblem(await client.fetch('/auth/refresh', { method: 'POST' }), 503, 'storage_unavailable')
  const page = await browserOf(app, client.browser.jar.copy()).navigate('/receipts')
  assert.equal(page.status, 503, 'a person is not sent to sign in again')
  onAsk = async () => {}
  assert.equal((await client.fetch('/auth/refresh', { method: 'POST' })).status, 200)
})

test('a sign-in whose session cannot be checked gives no cookies', async () => {
  const browser = browserOf(app)
  const form = await browser.navigate('/auth/login')
  onAsk = outOfReach
  const page = await browser.submit(form, { email: 'unchecked@example.com' })
  assert.equal(page.status, 503)
  assert.deepEqual(
    browser.jar.names().filter((name) => name.endsWith('_token')),
    [],
  )
})

test('a logout that cannot be kept in mind clears the cookies all the same, and says what is left', async () => {
  for (const [email, fail] of [
    ['unkept@example.com', () => (onAdd = outOfReach)],
    ['unasked@example.com', () => (onAsk = outOfReach)],
  ] as const) {
    const client = await signUp(app, email)
    fail()
    const response = await client.fetch('/auth/logout', { method: 'POST' })
    const { revoked, notDone } = (await response.json()) as { revoked: boolean; notDone: string[] }
    assert.deepEqual([response.status, revoked, notDone], [200, true, ['session_not_ended']])
    const left = client.browser.jar.names().filter((name) => name.endsWith('_token'))
    assert.deepEqual(left, [])
    onAdd = async () => {}
    onAsk = async () => {}
    const headers = { authorization: `Bearer ${client.token}` }
    assert.equal((await fetch(`${app.url}/auth/me`, { headers })).status, 200, 'as it says')
    assert.equal((await fetch(`${app.url}/auth/logout`, { method: 'POST', headers })).status, 200)
    assert.equal((await fetch(`${app.url}/auth/me`, { headers })).status, 401)
  }
})

test('a bearer is told that its logout could not be kept in mind, and sends it again', async () => {
  const { token } = await signUp(app, 'unkept-bearer@example.com')
  const headers = { authorization: `Bearer ${token}` }
  const logout = () => fetch(`${app.url}/auth/logout`, { method: 'POST', headers })
  onAdd = outOfReach
  await isProblem(await logout(), 503, 'storage_unavailable')
  onAdd = async () => {}
  assert.equal((await logout()).status, 200)
})
