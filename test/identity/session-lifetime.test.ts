import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Client, clientOf, signUp, startApp, type TestApp } from '../support/app.ts'
import { freezeTime } from '../support/time.ts'

const DAY = 86_400_000

async function onDays(
  env: Record<string, string>,
  use: (app: TestApp, time: ReturnType<typeof freezeTime>) => Promise<void>,
) {
  const time = freezeTime()
  try {
    const app = await startApp({ env })
    try {
      await use(app, time)
    } finally {
      await app.close()
    }
  } finally {
    time.release()
  }
}

const headers = { 'sec-fetch-site': 'same-origin' }
const refresh = (client: Client) => client.browser.send('/auth/refresh', { method: 'POST', headers })
async function endOf(client: Client) {
  const answer = await client.browser.send('/me/sessions')
  assert.equal(answer.status, 200)
  const { sessions } = (await answer.json()) as { sessions: { expiresAt: string; current: boolean }[] }
  return Date.parse(sessions.find(({ current }) => current)?.expiresAt ?? '')
}

test('a session ends 30 days after the sign-in, however often it is used', () =>
  onDays({}, async (app, time) => {
    const start = Math.floor(Date.now() / 1000) * 1000
    const client = await signUp(app, 'ana@example.org')
    assert.equal((await endOf(client)) - start, 30 * DAY)
    time.advance({ days: 20 })
    assert.equal((await refresh(client)).status, 200)
    assert.equal((await endOf(client)) - start, 30 * DAY)

    time.advance({ days: 9, hours: 23, minutes: 30 })
    const last = await refresh(client)
    const { expiresAt } = (await last.json()) as { expiresAt: string }
    assert.equal(Date.parse(expiresAt) - start, 30 * DAY, 'the access token lasts no longer')
    assert.equal((await client.browser.send('/auth/me')).status, 200)

    time.advance({ minutes: 31 })
    assert.equal((await client.browser.send('/auth/me')).status, 401)
    assert.equal((await refresh(client)).status, 401)
    const page = await client.browser.navigate('/auth/login')
    assert.match(page.text, /Welcome back/, 'the provider asks for the password, too')
  }))

test('a browser that the provider still knows gets no longer session out of an old sign-in', () =>
  onDays({ SESSION_DAYS: '10', REFRESH_TOKEN_DAYS: '60' }, async (app, time) => {
    const start = Math.floor(Date.now() / 1000) * 1000
    const first = await signUp(app, 'ana@example.org')
    time.advance({ days: 6 })
    await first.browser.navigate('/auth/login')
    const second = clientOf(app, first.browser)
    assert.notEqual(second.claims.origin_jti, first.claims.origin_jti, 'a new session, without the password')
    assert.equal((await endOf(second)) - start, 10 * DAY)
    time.advance({ days: 4 })
    assert.equal((await refresh(second)).status, 401)
    assert.match((await first.browser.navigate('/auth/login')).text, /Welcome back/)
  }))

test('a session that is not used ends earlier, after REFRESH_TOKEN_DAYS', () =>
  onDays({ REFRESH_TOKEN_DAYS: '7' }, async (app, time) => {
    const client = await signUp(app, 'ana@example.org')
    time.advance({ days: 6 })
    assert.equal((await refresh(client)).status, 200)
    time.advance({ days: 7, minutes: 1 })
    assert.equal((await refresh(client)).status, 401)
  }))
