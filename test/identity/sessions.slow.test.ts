import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { browserOf, type Client, clientOf, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { type CognitoApp, platforms, startCognitoApp } from '../support/platforms.ts'
import { isProblem } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'

interface Row {
  id: string
  device: string
  signedInAt: string
  lastUsedAt: string
  expiresAt: string
  current: boolean
}

const sessionsOf = async (client: Client) =>
  ((await (await client.fetch('/me/sessions')).json()) as { sessions: Row[] }).sessions
const end = (client: Client, id: string) => client.fetch(`/me/sessions/${id}`, { method: 'DELETE' })
const refresh = (client: Client) => client.fetch('/auth/refresh', { method: 'POST' })
const statusOf = async (client: Client) => (await client.fetch('/auth/me')).status
const everywhere = {
  method: 'POST',
  body: JSON.stringify({ everywhere: true }),
  headers: { 'content-type': 'application/json' },
}

for (const platform of platforms) {
  describe(platform.name, () => {
    let app: TestApp
    let time: ReturnType<typeof freezeTime>
    before(async () => {
      time = freezeTime()
      app = await platform.start()
    })
    after(async () => {
      await app.close()
      time.release()
    })

    test('a person sees where they are signed in, since when and with what', async () => {
      const first = await signUp(app, 'list@example.com')
      time.advance({ minutes: 5 })
      const browser = browserOf(app)
      const headers = { 'user-agent': 'Phone/1.0' }
      const form = await browser.navigate('/auth/login', { headers })
      const fields = { email: 'list@example.com', password: 'correct horse battery' }
      await browser.submit(form, fields, { headers })
      const second = clientOf(app, browser)
      time.advance({ minutes: 5 })
      await refresh(first)

      const signedInAt = (client: Client) => new Date(client.claims.iat * 1000).toISOString()
      const [own, other, ...more] = await sessionsOf(first)
      assert.deepEqual(more, [])
      assert.deepEqual([own?.id, own?.current], [first.claims.origin_jti, true])
      assert.equal(own?.signedInAt, signedInAt(first))
      assert.equal(own?.lastUsedAt, new Date().toISOString())
      // How long Cognito's sessions last in all is not known here.
      const isLocal = app.services.config.identity.kind === 'local'
      const from = isLocal ? first.claims.auth_time * 1000 : Date.now()
      assert.equal(own?.expiresAt, new Date(from + 30 * 86_400_000).toISOString())
      assert.deepEqual([other?.id, other?.current], [second.claims.origin_jti, false])
      assert.equal(other?.device, 'Phone/1.0')
      assert.equal(other?.signedInAt, signedInAt(second))
    })

    test('the address and the password are changed where the account is kept', async () => {
      const client = await signUp(app, 'kept@example.com')
      const isLocal = app.services.config.identity.kind === 'local'
      const wrong = { currentPassword: 'not this one' }
      for (const [path, body] of [
        ['/me/password', { ...wrong, newPassword: 'hujan di kampung' }],
        ['/me/email', { ...wrong, email: 'kept.elsewhere@example.com' }],
      ] as const) {
        const headers = { 'content-type': 'application/json' }
        const answer = await client.fetch(path, { method: 'PUT', headers, body: JSON.stringify(body) })
        await isProblem(answer, isLocal ? 422 : 404, isLocal ? 'proof_refused' : 'not_found')
      }
    })

    test('one of them can be ended: its tokens at once, and each refresh', async () => {
      const here = await signUp(app, 'one@example.com')
      const there = await signIn(app, 'one@example.com')
      assert.equal((await end(here, there.claims.origin_jti)).status, 204)
      assert.equal(await statusOf(there), 401)
      await isProblem(await refresh(there), 401, 'unauthenticated')
      assert.deepEqual(
        there.browser.jar.names().filter((name) => /_token/.test(name)),
        [],
      )
      assert.equal(await statusOf(here), 200)
      assert.equal((await refresh(here)).status, 200)
      assert.deepEqual(
        (await sessionsOf(here)).map(({ id }) => id),
        [here.claims.origin_jti],
      )
    })

    test('all others can be ended in one go, and nobody else’s', async () => {
      const here = await signUp(app, 'others@example.com')
      const others = [await signIn(app, 'others@example.com'), await signIn(app, 'others@example.com')]
      const stranger = await signUp(app, 'stranger@example.com')
      assert.equal((await here.fetch('/me/sessions', { method: 'DELETE' })).status, 204)
      for (const other of others) {
        assert.equal(await statusOf(other), 401)
        await isProblem(await refresh(other), 401, 'unauthenticated')
      }
      assert.deepEqual([await statusOf(here), await statusOf(stranger)], [200, 200])
      assert.deepEqual(
        (await sessionsOf(here)).map(({ id }) => id),
        [here.claims.origin_jti],
      )
    })

    test('an ended session stays ended as long as its refresh token would work', async () => {
      const here = await signUp(app, 'long@example.com')
      const there = await signIn(app, 'long@example.com')
      const refreshToken = there.browser.jar.get('refresh_token')?.value
      await end(here, there.claims.origin_jti)
      time.advance({ days: 29, hours: 23 })
      const later = clientOf(app, browserOf(app))
      later.browser.jar.set(new URL(app.url), `refresh_token=${refreshToken}; Path=/auth`)
      assert.equal((await refresh(later)).status, 401)
    })

    test("nobody can end another person's session, or one that is not there", async () => {
      const victim = await signUp(app, 'victim@example.com')
      const attacker = await signUp(app, 'attacker@example.com')
      for (const id of [victim.claims.origin_jti, victim.claims.jti, `user%23${victim.sub}`, 'x']) {
        await isProblem(await end(attacker, id), 404, 'not_found')
      }
      assert.equal(await statusOf(victim), 200)
      assert.equal((await refresh(victim)).status, 200)
    })

    test('the list asks for a token, and ending for one of the same origin', async () => {
      const client = await signUp(app, 'asks@example.com')
      await isProblem(await browserOf(app).send('/me/sessions'), 401, 'unauthenticated')
      const id = client.claims.origin_jti
      const foreign = { method: 'DELETE', headers: { origin: 'https://evil.example' } }
      await isProblem(await client.fetch(`/me/sessions/${id}`, foreign), 403, 'cross_site_request')
      assert.equal(await statusOf(client), 200)
    })

    test('logout takes the session off the list, signing in again as well', async () => {
      const watching = await signUp(app, 'watch@example.com')
      const leaving = await signIn(app, 'watch@example.com')
      assert.equal((await sessionsOf(watching)).length, 2)
      await leaving.fetch('/auth/logout', { method: 'POST' })
      assert.equal((await sessionsOf(watching)).length, 1)
      await watching.browser.navigate('/auth/login')
      assert.equal((await sessionsOf(clientOf(app, watching.browser))).length, 1)
    })

    test('everywhere ends what is listed, and the person can sign in anew', async () => {
      const clients = [await signUp(app, 'all@example.com')]
      for (const _ of [1, 2]) clients.push(await signIn(app, 'all@example.com'))
      const [here, ...others] = clients
      assert.ok(here)
      time.advance({ seconds: 1 })
      assert.equal((await here.fetch('/auth/logout', everywhere)).status, 200)
      for (const client of clients) assert.equal(await statusOf(client), 401)
      time.advance({ seconds: 1 })
      for (const client of others) assert.equal((await refresh(client)).status, 401)
      const renewed = await signIn(app, 'all@example.com')
      assert.equal((await sessionsOf(renewed)).length, 1)
    })
  })
}

describe('everywhere at Cognito', () => {
  let app: CognitoApp
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env
  before(() => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test' })
  })
  after(() => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY })
    if (AWS_ACCESS_KEY_ID === undefined) delete process.env.AWS_ACCESS_KEY_ID
    if (AWS_SECRET_ACCESS_KEY === undefined) delete process.env.AWS_SECRET_ACCESS_KEY
  })
  const notDone = async (client: Client) => {
    const response = await client.fetch('/auth/logout', everywhere)
    assert.equal(response.status, 200)
    return ((await response.json()) as { notDone: string[] }).notDone
  }

  test('with a role that allows it, Cognito signs the user out as well', async () => {
    app = await startCognitoApp({ cognito: { adminAllowed: true } })
    try {
      const client = await signUp(app, 'role@example.com')
      const other = await signIn(app, 'role@example.com')
      const otherToken = other.browser.jar.get('refresh_token')?.value ?? ''
      assert.deepEqual(await notDone(client), [])
      const call = app.cognito.seen.find(({ target }) => target?.endsWith('.AdminUserGlobalSignOut'))
      assert.equal(JSON.parse(call?.text ?? '').Username, client.claims.username)
      const answer = await fetch(`${app.cognito.domain}/oauth2/token`, {
        method: 'POST',
        headers: {
          authorization:
            app.cognito.seen.findLast((s) => s.authorization?.startsWith('Basic'))?.authorization ?? '',
        },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: otherToken }),
      })
      assert.equal(answer.status, 400)
    } finally {
      await app.close()
    }
  })

  test('without, the answer says so, and the sessions are refused here all the same', async () => {
    const time = freezeTime()
    app = await startCognitoApp({ cognito: { adminAllowed: false } })
    try {
      const client = await signUp(app, 'no-role@example.com')
      const other = await signIn(app, 'no-role@example.com')
      const kept = clientOf(app, browserOf(app, other.browser.jar.copy()))
      time.advance({ seconds: 1 })
      assert.deepEqual(await notDone(client), ['other_sessions_not_ended_at_provider'])
      assert.equal(await statusOf(other), 401)
      time.advance({ days: 20 })
      assert.equal((await refresh(kept)).status, 401)
    } finally {
      await app.close()
      time.release()
    }
  })
})

test('who is not signed in cannot sign anybody out everywhere', async () => {
  const app = await startApp()
  try {
    const nobody = clientOf(app, browserOf(app))
    const { notDone } = (await (await nobody.fetch('/auth/logout', everywhere)).json()) as {
      notDone: string[]
    }
    assert.deepEqual(notDone, ['session_not_ended'])
  } finally {
    await app.close()
  }
})
