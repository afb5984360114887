import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PASSWORD, signUpOn, startApp, type TestApp } from '../support/app.ts'
import { type Browser, createBrowser } from '../support/browser.ts'
import type { CookieJar } from '../support/cookie-jar.ts'
import { freezeTime } from '../support/time.ts'

/** A server behind a proxy, which says where each browser is. */
async function withApp(use: (app: TestApp, time: ReturnType<typeof freezeTime>) => Promise<void>) {
  const time = freezeTime()
  try {
    const app = await startApp({ env: { TRUST_PROXY: '1' } })
    try {
      await use(app, time)
    } finally {
      await app.close()
    }
  } finally {
    time.release()
  }
}

const browserIn = (app: TestApp, network: string, jar?: CookieJar) =>
  createBrowser(app.url, { headers: { 'x-forwarded-for': network }, ...(jar && { jar }) })

/** Leaves the cookies of the device, as signing out does. */
function signOut({ jar }: Browser) {
  for (const name of jar.names().filter((name) => !name.startsWith('known_device.'))) jar.delete(name)
}

async function tryOn(browser: Browser, email: string, password: string) {
  const page = await browser.submit(await browser.navigate('/auth/login'), { email, password })
  return browser.jar.get('access_token') ? 200 : page.status
}

const AISYAH = 'aisyah@example.org'

test('who guesses from elsewhere cannot keep the owner out of a device that has signed in before', () =>
  withApp(async (app, time) => {
    const phone = browserIn(app, '2001:db8:1:1::1')
    await signUpOn(phone, await phone.navigate('/auth/login'), AISYAH)
    signOut(phone)

    // Each from a network of its own, as a botnet does.
    for (let n = 0; n < 10; n++) {
      assert.equal(await tryOn(browserIn(app, `2001:db8:2:${n}::1`), AISYAH, `guess number ${n}`), 422)
    }
    const stranger = browserIn(app, '2001:db8:3:1::1')
    assert.equal(
      await tryOn(stranger, AISYAH, PASSWORD),
      429,
      'for strangers it is over, even with the right one',
    )
    const onTheTrain = browserIn(app, '198.51.100.7', phone.jar)
    assert.equal(await tryOn(onTheTrain, AISYAH, 'mistyped'), 422)
    assert.equal(
      await tryOn(onTheTrain, AISYAH, PASSWORD),
      200,
      'the owner comes in, from another network too',
    )

    assert.equal(await tryOn(stranger, AISYAH, PASSWORD), 429, 'which gives strangers no new attempts')
    time.advance({ minutes: 15 })
    assert.equal(await tryOn(stranger, AISYAH, PASSWORD), 200)
  }))

test('a known device has ten attempts too, is known for its own account only, and for 180 days', () =>
  withApp(async (app, time) => {
    const shared = browserIn(app, '192.0.2.1')
    await signUpOn(shared, await shared.navigate('/auth/login'), 'badrul@example.org')
    signOut(shared)
    const other = browserIn(app, '192.0.2.2')
    await signUpOn(other, await other.navigate('/auth/login'), AISYAH)
    for (let n = 0; n < 10; n++) await tryOn(browserIn(app, `203.0.113.${n}`), AISYAH, 'wrong password')
    assert.equal(await tryOn(shared, AISYAH, PASSWORD), 429, 'the cookie of one account is none of another')

    for (let n = 0; n < 10; n++)
      assert.equal(await tryOn(shared, 'badrul@example.org', 'wrong password'), 422)
    assert.equal(await tryOn(shared, 'badrul@example.org', PASSWORD), 429)
    const elsewhere = browserIn(app, '192.0.2.3')
    assert.equal(await tryOn(elsewhere, 'badrul@example.org', PASSWORD), 200, 'strangers are counted apart')

    signOut(other)
    time.advance({ days: 180 })
    for (let n = 0; n < 10; n++) await tryOn(browserIn(app, `203.0.113.${n}`), AISYAH, 'wrong password')
    assert.equal(await tryOn(other, AISYAH, PASSWORD), 429)
  }))
