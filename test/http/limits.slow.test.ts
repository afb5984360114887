import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { signUp, startApp, type TestApp } from '../support/app.ts'
import { isProblem } from '../support/receipts.ts'

async function withApp(env: Record<string, string>, use: (app: TestApp) => Promise<void>) {
  const app = await startApp({ env })
  try {
    await use(app)
  } finally {
    await app.close()
  }
}

/** As many sign-ins as one address may begin in a minute. */
const LOGINS = 240
const login = (app: TestApp, from: string) =>
  fetch(`${app.url}/auth/login`, { redirect: 'manual', headers: { 'x-forwarded-for': from } })

describe('limits by address', () => {
  test('without TRUST_PROXY no header makes a client another one', () =>
    withApp({}, async (app) => {
      for (let n = 0; n < LOGINS; n++) assert.equal((await login(app, `203.0.113.${n}`)).status, 302)
      const refused = await login(app, '198.51.100.1')
      assert.ok(Number(refused.headers.get('retry-after')) > 0)
      await isProblem(refused, 429, 'too_many_requests')
    }))

  test('with TRUST_PROXY=1 the address counts that the proxy saw, whatever the client says of itself', () =>
    withApp({ TRUST_PROXY: '1' }, async (app) => {
      for (let n = 0; n < LOGINS; n++) {
        assert.equal((await login(app, `192.0.2.${n}, 203.0.113.7`)).status, 302)
      }
      assert.equal((await login(app, '192.0.2.250, 203.0.113.7')).status, 429)
      assert.equal((await login(app, '203.0.113.7, 203.0.113.8')).status, 302)
    }))

  test('who tries out tokens is told to stop, from all addresses of a /64; who has one is let in', () =>
    withApp({ TRUST_PROXY: '1' }, async (app) => {
      const { token } = await signUp(app, 'ana@example.org')
      const me = (bearer: string, from: string) =>
        fetch(`${app.url}/auth/me`, {
          headers: { authorization: `Bearer ${bearer}`, 'x-forwarded-for': from },
        })
      for (let n = 0; n < 300; n++) {
        assert.equal((await me(`guess-${n}`, `2001:db8:1:2:${n}::1`)).status, 401)
      }
      const refused = await me('guess-300', '2001:db8:1:2:ffff::1')
      assert.ok(Number(refused.headers.get('retry-after')) > 0)
      await isProblem(refused, 429, 'too_many_requests')
      assert.equal((await me('guess-301', '2001:db8:1:3::1')).status, 401)
      assert.equal((await me(token, '2001:db8:1:2:ffff::1')).status, 200)
    }))
})
