import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { browserOf, type Client, clientOf, signUp, startApp, type TestApp } from '../support/app.ts'
import type { Cognito } from '../support/cognito/index.ts'
import { platforms, startCognitoApp } from '../support/platforms.ts'
import { freezeTime } from '../support/time.ts'

const refresh = (client: Client) => client.fetch('/auth/refresh', { method: 'POST' })
const profileOf = async (client: Client) => (await client.fetch('/auth/me')).status

for (const platform of platforms) {
  describe(platform.name, () => {
    let app: TestApp & { cognito?: Cognito }
    let time: ReturnType<typeof freezeTime>
    before(async () => {
      time = freezeTime()
      app = await platform.start()
    })
    after(async () => {
      await app.close()
      time.release()
    })

    const me = (token: string) =>
      fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
    test('a refresh gives new tokens of the same session, and none of them in the answer', async () => {
      const client = await signUp(app, 'refresh@example.com')
      const old = client.browser.jar.get('refresh_token')?.value ?? ''
      const oldIdToken = client.browser.jar.get('id_token')?.value
      time.advance({ minutes: 50 })
      const response = await refresh(client)
      assert.equal(response.status, 200)
      const text = await response.text()
      assert.deepEqual(JSON.parse(text), { expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
      const renewed = clientOf(app, client.browser)
      assert.notEqual(renewed.claims.jti, client.claims.jti)
      assert.equal(renewed.claims.origin_jti, client.claims.origin_jti)
      assert.equal(renewed.claims.auth_time, client.claims.auth_time)
      const isSame = client.browser.jar.get('refresh_token')?.value === old
      assert.equal(isSame, platform.grace === undefined, 'a provider that does not rotate leaves the old one')
      assert.notEqual(client.browser.jar.get('id_token')?.value, oldIdToken)
      time.advance({ minutes: 30 })
      assert.equal((await me(client.token)).status, 401, 'the old one has expired')
      assert.equal(await profileOf(client), 200)
    })

    test('two tabs that refresh at once both end signed in', async () => {
      const client = await signUp(app, 'two-tabs@example.com')
      const tabs = [1, 2, 3].map(() => clientOf(app, browserOf(app, client.browser.jar.copy())))
      const answers = await Promise.all(tabs.map(refresh))
      assert.deepEqual(
        answers.map((a) => a.status),
        [200, 200, 200],
      )
      for (const tab of tabs) assert.equal(await profileOf(tab), 200)
      for (const tab of tabs) assert.equal((await refresh(tab)).status, 200, 'each can go on')
    })

    test('who comes back in time stays signed in, who does not has to sign in', async () => {
      const client = await signUp(app, 'days@example.com')
      // Both count their days from the sign-in.
      for (const days of [10, 10, 9]) {
        time.advance({ days })
        assert.equal((await refresh(client)).status, 200)
      }
      const value = client.browser.jar.get('refresh_token')?.value
      time.advance({ days: 31 })
      assert.equal(client.browser.jar.get('refresh_token'), undefined)
      client.browser.jar.set(new URL(app.url), `refresh_token=${value}; Path=/auth`)
      assert.equal((await refresh(client)).status, 401)
    })

    test('a session the provider has ended gives 401, and its cookies are cleared', async () => {
      const client = await signUp(app, 'ended@example.com')
      const stolen = clientOf(app, browserOf(app, client.browser.jar.copy()))
      await client.fetch('/auth/logout', { method: 'POST' })
      const response = await refresh(stolen)
      assert.equal(response.status, 401)
      assert.equal(response.headers.get('www-authenticate'), 'Bearer')
      assert.deepEqual(
        stolen.browser.jar.names().filter((name) => name.endsWith('_token')),
        [],
      )
    })

    test('without a session, or from another site, there is nothing to refresh', async () => {
      const nobody = clientOf(app, browserOf(app))
      assert.equal((await refresh(nobody)).status, 401)
      const client = await signUp(app, 'cross@example.com')
      const elsewhere: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
      ]
      for (const headers of elsewhere) {
        assert.equal((await client.browser.send('/auth/refresh', { method: 'POST', headers })).status, 403)
      }
      client.browser.jar.set(new URL(app.url), 'refresh_token=made-up; Path=/auth')
      const response = await refresh(client)
      assert.equal(response.status, 401)
      assert.equal(client.browser.jar.get('access_token'), undefined)
    })

    if (platform.grace === undefined) return

    test('a tab that is some seconds late still gets tokens; later the old refresh token yields none', async () => {
      const client = await signUp(app, 'reuse@example.com')
      const late = clientOf(app, browserOf(app, client.browser.jar.copy()))
      const thief = clientOf(app, browserOf(app, client.browser.jar.copy()))
      assert.equal((await refresh(client)).status, 200)
      time.advance({ seconds: 9 })
      assert.equal((await refresh(late)).status, 200)
      assert.equal(await profileOf(late), 200)
      time.advance({ seconds: 2 })
      const reused = await refresh(thief)
      assert.equal(reused.status, 401)
      assert.equal(thief.browser.jar.get('access_token'), undefined)
      for (const tab of [client, late]) {
        assert.equal(await profileOf(tab), platform.endsOnReuse ? 401 : 200, 'access tokens die at once')
        assert.equal((await refresh(tab)).status, platform.endsOnReuse ? 401 : 200)
        const names = tab.browser.jar.names().filter((name) => name.endsWith('_token'))
        assert.equal(names.length, platform.endsOnReuse ? 0 : 3, 'and the cookies are cleared')
      }
      if (!platform.endsOnReuse) return
      const page = await client.browser.navigate('/auth/login')
      assert.match(page.text, /Welcome back/, 'the provider asks for the password again')
    })
  })
}

test('with a rotation that has no grace a refresh token works once', async () => {
  const app = await startCognitoApp({ cognito: { rotation: { graceSeconds: 0 } } })
  try {
    const client = await signUp(app, 'once@example.com')
    const thief = clientOf(app, browserOf(app, client.browser.jar.copy()))
    assert.equal((await refresh(client)).status, 200)
    assert.equal((await refresh(thief)).status, 401)
    assert.equal((await refresh(client)).status, 200)
    assert.equal((await client.fetch('/auth/me')).status, 200)
  } finally {
    await app.close()
  }
})

test('a session survives a restart of the server', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-restart-'))
  const first = await startApp({ dataDir })
  const client = await signUp(first, 'restart@example.com')
  await first.close()
  const second = await startApp({ dataDir, env: { PORT: first.env.PORT, PUBLIC_URL: first.url } })
  try {
    assert.equal(await profileOf(client), 200)
    assert.equal((await refresh(client)).status, 200)
  } finally {
    await second.close()
    await rm(dataDir, { recursive: true })
  }
})
