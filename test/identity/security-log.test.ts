import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { describe, test } from 'node:test'
import { pino } from 'pino'
import { securityEvents } from '../../server/identity/security-log.ts'
import {
  browserOf,
  PASSWORD,
  type StartOptions,
  signIn,
  signUp,
  startApp,
  type TestApp,
} from '../support/app.ts'
import { freezeTime } from '../support/time.ts'

interface Line {
  security?: boolean
  level: number
  event: string
  [member: string]: unknown
}

/** A server whose lines of the security log can be read, and all it has logged. */
async function withLog(
  options: StartOptions,
  use: (app: TestApp, log: { lines(): Line[]; all(): string }) => Promise<void>,
) {
  let all = ''
  const sink = new Writable({
    write(chunk, _encoding, done) {
      all += chunk
      done()
    },
  })
  const app = await startApp({ ...options, overrides: { ...options.overrides, log: pino({}, sink) } })
  const lines = () =>
    all
      .split('\n')
      .filter(Boolean)
      .map((line): Line => JSON.parse(line))
      .filter(({ security }) => security)
      .map(({ time: _time, pid: _pid, hostname: _hostname, security: _security, ...line }) => line as Line)
  try {
    await use(app, { lines, all: () => all })
  } finally {
    await app.close()
  }
}

const WARN = 40
const INFO = 30
const network = '127.0.0.1'

describe('the security log', () => {
  test('says who signed in and out, from where, and what failed, without what anybody typed', () =>
    withLog({}, async (app, { lines, all }) => {
      const wrong = 'my secret typed wrong'
      const ana = await signUp(app, 'ana@example.org')
      const account = ana.sub
      const attempt = async (email: string) => {
        const browser = browserOf(app)
        return browser.submit(await browser.navigate('/auth/login'), { email, password: wrong })
      }
      await attempt('ana@example.org')
      await attempt('nobody@example.org')
      const again = await signIn(app, 'ana@example.org')
      const headers = { 'sec-fetch-site': 'same-origin' }
      await again.browser.send('/me/sessions', { method: 'DELETE', headers })
      await again.browser.send('/auth/logout', { method: 'POST', headers })
      const { code } = app.services.identity.accounts?.startReset('ana@example.org') ?? { code: '' }
      const browser = browserOf(app)
      await browser.submit(await browser.navigate(`/oidc/reset/${code}`), { password: 'another one of mine' })

      assert.deepEqual(lines(), [
        { level: INFO, event: 'account_created', account, network, methods: ['password'] },
        { level: INFO, event: 'session_started', account, network },
        { level: WARN, event: 'sign_in_failed', account, network, reason: 'wrong_sign_in' },
        { level: WARN, event: 'sign_in_failed', network, reason: 'wrong_sign_in' },
        { level: INFO, event: 'sign_in_succeeded', account, network, methods: ['password'] },
        { level: INFO, event: 'session_started', account, network },
        { level: INFO, event: 'session_ended', account, network, reason: 'others_ended' },
        { level: INFO, event: 'session_ended', account, network, reason: 'signed_out', notDone: [] },
        { level: INFO, event: 'password_reset', account, network },
      ])
      for (const secret of [
        PASSWORD,
        wrong,
        'another one of mine',
        'example.org',
        ana.token,
        again.token,
        code,
      ])
        assert.ok(!all().includes(secret), secret)
    }))

  test('says that a refresh token was used by two', async () => {
    const time = freezeTime()
    try {
      await withLog({}, async (app, { lines, all }) => {
        const { browser, sub: account } = await signUp(app, 'ana@example.org')
        const thief = browserOf(app, browser.jar.copy())
        const refresh = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }
        assert.equal((await browser.send('/auth/refresh', refresh)).status, 200)
        time.advance({ minutes: 1 })
        const stolen = thief.jar.get('refresh_token')?.value ?? assert.fail()
        assert.equal((await thief.send('/auth/refresh', refresh)).status, 401)
        const [reused] = lines().filter(({ event }) => event === 'refresh_token_reused')
        assert.deepEqual(reused, { level: WARN, event: 'refresh_token_reused', account })
        assert.ok(!all().includes(stolen))
      })
    } finally {
      time.release()
    }
  })

  test('says that somebody has to wait', () =>
    withLog({}, async (app, { lines }) => {
      const { sub: account } = await signUp(app, 'ana@example.org')
      const browser = browserOf(app)
      let page = await browser.navigate('/auth/login')
      for (let n = 0; n < 11; n++) {
        page = await browser.submit(page, { email: 'ana@example.org', password: 'wrong again' })
      }
      const [last] = lines().filter(({ event }) => event === 'sign_in_throttled')
      assert.deepEqual(last, { level: WARN, event: 'sign_in_throttled', account, network })
    }))

  test('has each kind of refused request once a minute for a person and a network, with the number of the others', async () => {
    let now = new Date('2026-03-02T08:00:00Z')
    await withLog({ clock: { now: () => now } }, async (app, { lines }) => {
      const get = (path: string) => fetch(`${app.url}${path}`, { headers: { authorization: 'Bearer x' } })
      const refused = () => lines().filter(({ event }) => event === 'request_refused')
      const of = { level: WARN, event: 'request_refused', status: 401, reason: 'invalid_token', network }
      for (let n = 0; n < 3; n++) assert.equal((await get('/receipts/one')).status, 401)
      assert.equal((await get('/auth/me')).status, 401)
      assert.deepEqual(refused(), [
        { ...of, route: 'GET /receipts/:id' },
        { ...of, route: 'GET /auth/me' },
      ])
      now = new Date('2026-03-02T08:01:00Z')
      await get('/auth/me')
      assert.deepEqual(refused().slice(2), [
        { ...of, route: 'GET /receipts/:id', more: 2 },
        { ...of, route: 'GET /auth/me' },
      ])
      const post = { method: 'POST', headers: { origin: 'https://elsewhere.example' } }
      assert.equal((await fetch(`${app.url}/auth/refresh`, post)).status, 403)
      assert.deepEqual(refused().at(-1), {
        ...of,
        status: 403,
        reason: 'cross_site_request',
        route: 'POST /auth/refresh',
      })
    })
  })

  test('is described with all its events in docs/security.md', () => {
    const docs = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')
    const described = [...docs.matchAll(/^\| `(\w+)` \| (info|warn) \|/gm)].map(([, event, level]) => [
      event,
      level,
    ])
    assert.deepEqual(Object.fromEntries(described), securityEvents)
  })
})
