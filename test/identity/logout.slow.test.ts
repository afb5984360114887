import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { browserOf, type Client, clientOf, PASSWORD, signIn, signUp, type TestApp } from '../support/app.ts'
import type { Cognito } from '../support/cognito/index.ts'
import { platforms } from '../support/platforms.ts'
import { freezeTime } from '../support/time.ts'

const logout = (client: Client, init: RequestInit = {}) =>
  client.fetch('/auth/logout', { method: 'POST', ...init })
const json = (value: unknown) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
})

for (const platform of platforms) {
  describe(platform.name, () => {
    let app: TestApp & { cognito?: Cognito }
    before(async () => {
      app = await platform.start()
    })
    after(() => app.close())

    const bearer = (token: string, path = '/auth/me', method = 'GET') =>
      fetch(app.url + path, { method, headers: { authorization: `Bearer ${token}` } })
    test('after logout the very next request with the token gets 401, by cookie and by header', async () => {
      const client = await signUp(app, 'out@example.com')
      const kept = clientOf(app, browserOf(app, client.browser.jar.copy()))
      assert.equal((await bearer(client.token)).status, 200)
      const response = await logout(client)
      assert.equal(response.status, 200)
      const { redirectTo, revoked } = (await response.json()) as { redirectTo: string; revoked: boolean }
      assert.equal(revoked, true)
      assert.equal(new URL(redirectTo).origin, app.cognito?.domain ?? app.url)
      assert.deepEqual(
        client.browser.jar.names().filter((n) => n.endsWith('_token')),
        [],
      )

      const again = await bearer(client.token)
      assert.equal(again.status, 401)
      assert.equal(again.headers.get('www-authenticate'), 'Bearer error="invalid_token"')
      assert.equal((await kept.fetch('/auth/me')).status, 401)
      assert.equal((await kept.fetch('/auth/refresh', { method: 'POST' })).status, 401)
    })

    test('access tokens refreshed in another tab die with the session', async () => {
      const client = await signUp(app, 'tabs-out@example.com')
      const tab = browserOf(app, client.browser.jar.copy())
      await clientOf(app, tab).fetch('/auth/refresh', { method: 'POST' })
      const refreshed = clientOf(app, tab)
      assert.equal((await refreshed.fetch('/auth/me')).status, 200)
      await logout(client)
      assert.equal((await refreshed.fetch('/auth/me')).status, 401)
      assert.equal((await refreshed.fetch('/auth/refresh', { method: 'POST' })).status, 401)
    })

    test('another session of the same person goes on, unless it is to end everywhere', async () => {
      const time = freezeTime()
      try {
        const first = await signUp(app, 'devices@example.com')
        const second = await signIn(app, 'devices@example.com')
        const third = await signIn(app, 'devices@example.com')
        await logout(first)
        assert.equal((await second.fetch('/auth/me')).status, 200)
        time.advance({ seconds: 1 })
        assert.equal((await logout(second, json({ everywhere: true }))).status, 200)
        assert.equal((await third.fetch('/auth/me')).status, 401)
        assert.equal((await third.fetch('/auth/refresh', { method: 'POST' })).status, 401)
        // The Hosted UI's own cookie lives on for up to an hour, which nobody else can end.
        if (!app.cognito) assert.match((await third.browser.navigate('/auth/login')).text, /Welcome back/)
        time.advance({ seconds: 1 })
        const later = await signIn(app, 'devices@example.com')
        assert.equal((await later.fetch('/auth/me')).status, 200)
      } finally {
        time.release()
      }
    })

    test('a form is led through the provider back to the start page, and the password is asked for again', async () => {
      const { browser } = await signUp(app, 'form@example.com')
      const asking = await browser.navigate('/auth/logout', { headers: { 'sec-fetch-site': 'cross-site' } })
      assert.equal(asking.status, 200)
      assert.match(asking.text, /Sign out\?/)
      assert.ok(browser.jar.get('access_token'), 'nothing has happened yet')
      const end = await browser.submit(asking)
      assert.equal(end.url.href, `${app.url}/`)
      const provider = app.cognito?.domain ?? `${app.url}/oidc`
      assert.ok(end.visited.some((url) => url.startsWith(`${provider}/logout?`)))
      assert.equal(browser.jar.get('access_token'), undefined)
      for (const name of ['provider_session', 'cognito']) assert.equal(browser.jar.get(name), undefined)
      assert.match((await browser.navigate('/auth/login')).text, /Welcome back/)
    })

    test('a link signs out from here or the address bar only', async () => {
      const client = await signUp(app, 'link@example.com')
      const refused: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        {},
        { referer: app.url, origin: app.url },
      ]
      for (const headers of refused) {
        const response = await client.browser.send('/auth/logout', { headers })
        assert.equal(response.status, 200, JSON.stringify(headers))
        assert.match(String(response.headers.get('content-type')), /text\/html/)
        assert.equal((await bearer(client.token)).status, 200)
      }
      for (const site of ['same-origin', 'none']) {
        const own = await signIn(app, 'link@example.com')
        const response = await own.browser.send('/auth/logout', { headers: { 'sec-fetch-site': site } })
        assert.equal(response.status, 303)
        assert.equal((await bearer(own.token)).status, 401)
        assert.equal(own.browser.jar.get('access_token'), undefined)
      }
    })

    test('another site cannot sign anybody out', async () => {
      const client = await signUp(app, 'victim@example.com')
      const response = await client.browser.send('/auth/logout', {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      })
      assert.equal(response.status, 403)
      assert.equal((await client.fetch('/auth/me')).status, 200)
    })

    test('a bearer token signs itself out; one that does not verify ends nothing', async () => {
      const client = await signUp(app, 'bearer-out@example.com')
      const [header, , signature] = client.token.split('.')
      const forged = { ...client.claims, sub: 'somebody else' }
      const token = `${header}.${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`
      assert.equal((await bearer(token, '/auth/logout', 'POST')).status, 401)
      assert.equal((await bearer(client.token)).status, 200)

      const response = await bearer(client.token, '/auth/logout', 'POST')
      assert.equal(response.status, 200)
      assert.deepEqual(response.headers.getSetCookie(), [])
      assert.equal((await bearer(client.token)).status, 401)
      assert.equal((await bearer(client.token, '/auth/logout', 'POST')).status, 401, 'it is over already')
    })

    test('when the access token has expired the refresh token still leads to the session', async () => {
      const time = freezeTime()
      try {
        const client = await signUp(app, 'idle@example.com')
        time.advance({ minutes: 70 })
        const stolen = clientOf(app, browserOf(app, client.browser.jar.copy()))
        await stolen.fetch('/auth/refresh', { method: 'POST' })
        assert.equal((await stolen.fetch('/auth/me')).status, 200)
        time.advance({ seconds: 5 })
        assert.equal(client.browser.jar.get('access_token'), undefined)
        assert.equal((await logout(client)).status, 200)
        assert.equal((await stolen.fetch('/auth/me')).status, 401)
        assert.equal((await stolen.fetch('/auth/refresh', { method: 'POST' })).status, 401)
      } finally {
        time.release()
      }
    })

    test('logout without a session, or twice, is no error', async () => {
      const client = await signUp(app, 'twice@example.com')
      await logout(client)
      assert.equal((await logout(client)).status, 200)
      assert.equal((await logout(clientOf(app, browserOf(app)))).status, 200)
    })

    test('the row of a token lasts as long as the token could be used', async () => {
      const time = freezeTime()
      try {
        const client = await signUp(app, 'row-out@example.com')
        await logout(client)
        for (const minutes of [30, 29, 1]) {
          time.advance({ minutes })
          assert.equal((await bearer(client.token)).status, 401)
        }
        time.advance({ seconds: 3 })
        assert.equal((await bearer(client.token)).status, 401, 'within the clock skew')
      } finally {
        time.release()
      }
    })

    test('the provider sends nobody to an address it does not know', async () => {
      const client = await signUp(app, 'uri@example.com')
      const query = (logoutUri: string, clientId = client.claims.client_id) =>
        new URLSearchParams({ client_id: clientId, logout_uri: logoutUri })
      for (const bad of [
        query('https://evil.example/'),
        query(`${app.url}.evil.example/`),
        query(`${app.url}/`, 'other'),
        new URLSearchParams(),
      ]) {
        assert.equal(
          (await client.browser.send(`${app.cognito?.domain ?? `${app.url}/oidc`}/logout?${bad}`)).status,
          400,
        )
      }
      const silent = await signIn(app, 'uri@example.com', PASSWORD)
      await silent.browser.navigate('/auth/login')
      assert.ok(silent.browser.jar.get('access_token'), 'the provider still knows the browser')
    })
  })
}
