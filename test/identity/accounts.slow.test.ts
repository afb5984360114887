import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserOf, clientOf, PASSWORD, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { runCli } from '../support/cli.ts'
import { freezeTime } from '../support/time.ts'

const user = (app: TestApp, ...args: string[]) => runCli('user', args, app.env)
const linkIn = (stdout: string) => new URL(stdout.split('\n')[0] ?? '')

async function withApp(env: Record<string, string>, use: (app: TestApp) => Promise<void>) {
  const app = await startApp({ env })
  try {
    await use(app)
  } finally {
    await app.close()
  }
}

test('the first person makes the account, later ones need an invitation', () =>
  withApp({ SIGN_UP: 'first' }, async (app) => {
    const welcome = await browserOf(app).navigate('/auth/login')
    assert.match(welcome.text, /Make it yours/)
    await signUp(app, 'first@example.com')

    const late = await browserOf(app).navigate('/auth/login')
    assert.match(late.text, /Welcome back/)
    assert.ok(!late.text.includes('sign-up'))
    const browser = browserOf(app)
    const page = await browser.navigate('/auth/login')
    const sent = await browser.send(`${page.url.pathname}/sign-up`, {
      method: 'POST',
      headers: { origin: app.url },
      body: new URLSearchParams({ email: 'second@example.com', password: PASSWORD }),
    })
    assert.equal(sent.status, 422)
    assert.match(await sent.text(), /need an invitation/)

    const { stdout } = await user(app, 'invite')
    const invited = browserOf(app)
    const form = await invited.navigate(linkIn(stdout))
    assert.match(form.text, /You were invited/)
    await invited.submit(form, { email: 'second@example.com', password: PASSWORD })
    assert.equal((await clientOf(app, invited).fetch('/auth/me')).status, 200)

    const used = await browserOf(app).navigate(linkIn(stdout))
    assert.equal(used.status, 404)
    assert.match(used.text, /This link has expired/)
  }))

test('of two people who sign up first at the same moment one makes it', () =>
  withApp({ SIGN_UP: 'first' }, async (app) => {
    const browsers = [1, 2, 3, 4].map(() => browserOf(app))
    const forms = await Promise.all(browsers.map((b) => b.navigate('/auth/login')))
    await Promise.all(
      browsers.map((b, i) =>
        b.submit(forms[i] ?? assert.fail(), { email: `p${i}@example.com`, password: PASSWORD }),
      ),
    )
    assert.equal(browsers.filter((b) => b.jar.get('access_token')).length, 1)
    assert.equal(app.services.identity.accounts?.list().length, 1)
  }))

test('one invitation makes one account, however many try at once', () =>
  withApp({ SIGN_UP: 'invite' }, async (app) => {
    const closed = await browserOf(app).navigate('/auth/login')
    assert.match(closed.text, /Welcome back/, 'not even the first person comes in')
    const link = `/oidc/invitation/${app.services.identity.accounts?.invite().code}`
    const browsers = [1, 2, 3].map(() => browserOf(app))
    const forms = await Promise.all(browsers.map((b) => b.navigate(link)))
    await Promise.all(
      browsers.map((b, i) =>
        b.submit(forms[i] ?? assert.fail(), { email: `i${i}@example.com`, password: PASSWORD }),
      ),
    )
    assert.equal(browsers.filter((b) => b.jar.get('access_token')).length, 1)
  }))

test('an invitation is over after a week', async () => {
  const time = freezeTime()
  try {
    await withApp({ SIGN_UP: 'invite' }, async (app) => {
      const accounts = app.services.identity.accounts ?? assert.fail()
      const { code } = accounts.invite()
      time.advance({ days: 6 })
      assert.match((await browserOf(app).navigate(`/oidc/invitation/${code}`)).text, /You were invited/)
      time.advance({ days: 1 })
      assert.equal((await browserOf(app).navigate(`/oidc/invitation/${code}`)).status, 404)
    })
  } finally {
    time.release()
  }
})

test('a reset link changes the password once and ends all sessions', () =>
  withApp({}, async (app) => {
    const phone = await signUp(app, 'lost@example.com')
    const laptop = await signIn(app, 'lost@example.com')
    const stays = await signUp(app, 'other@example.com')
    const { stdout, code } = await user(app, 'reset', 'Lost@example.com')
    assert.equal(code, 0)
    const browser = browserOf(app)
    const page = await browser.navigate(linkIn(stdout))
    assert.match(page.text, /lost@example\.com/)
    assert.equal((await browser.submit(page, { password: 'too short' })).status, 422)
    assert.equal((await phone.fetch('/auth/me')).status, 200, 'nothing has changed yet')

    const done = await browser.submit(page, { password: 'a better password' })
    assert.match(done.text, /Your password is changed/)
    for (const session of [phone, laptop]) {
      assert.equal((await session.fetch('/auth/me')).status, 401)
      assert.equal((await session.fetch('/auth/refresh', { method: 'POST' })).status, 401)
      assert.match((await session.browser.navigate('/auth/login')).text, /Welcome back/)
    }
    assert.equal((await stays.fetch('/auth/me')).status, 200)

    assert.equal((await browser.navigate(linkIn(stdout))).status, 404)
    await assert.rejects(signIn(app, 'lost@example.com'), /not right/)
    await signIn(app, 'lost@example.com', 'a better password')
  }))

test('a reset link is over after an hour, and another one asked for ends with the first used', async () => {
  const time = freezeTime()
  try {
    await withApp({}, async (app) => {
      await signUp(app, 'hour@example.com')
      const accounts = app.services.identity.accounts ?? assert.fail()
      const [first, second] = [1, 2].map(() => accounts.startReset('hour@example.com')?.code)
      const pageOf = (code: string | undefined) => browserOf(app).navigate(`/oidc/reset/${code}`)
      time.advance({ minutes: 59 })
      assert.equal((await pageOf(second)).status, 200)
      const browser = browserOf(app)
      await browser.submit(await browser.navigate(`/oidc/reset/${first}`), { password: 'another password' })
      assert.equal((await pageOf(second)).status, 404)
      const third = accounts.startReset('hour@example.com')?.code
      time.advance({ minutes: 60 })
      assert.equal((await pageOf(third)).status, 404)
      assert.equal(accounts.startReset('nobody@example.com'), undefined)
    })
  } finally {
    time.release()
  }
})

test('guessing one password stops after ten tries, for the right one too, and goes on a quarter of an hour later', async () => {
  const time = freezeTime()
  try {
    await withApp({}, async (app) => {
      await signUp(app, 'guessed@example.com')
      await signUp(app, 'neighbour@example.com')
      const tryIt = async (email: string, password: string) => {
        const browser = browserOf(app)
        const page = await browser.submit(await browser.navigate('/auth/login'), { email, password })
        return browser.jar.get('access_token') ? 200 : page.status
      }
      const together = await Promise.all(
        Array.from({ length: 15 }, () => tryIt('guessed@example.com', 'wrong password')),
      )
      assert.equal(together.filter((status) => status === 422).length, 10)
      assert.equal(together.filter((status) => status === 429).length, 5)
      assert.equal(await tryIt('guessed@example.com', PASSWORD), 429)
      assert.equal(await tryIt('GUESSED@example.com ', PASSWORD), 429)
      assert.equal(await tryIt('neighbour@example.com', PASSWORD), 200)
      time.advance({ minutes: 14 })
      assert.equal(await tryIt('guessed@example.com', PASSWORD), 429)
      time.advance({ minutes: 1 })
      assert.equal(await tryIt('guessed@example.com', PASSWORD), 200)
      for (let i = 0; i < 9; i++) await tryIt('guessed@example.com', 'wrong password')
      assert.equal(await tryIt('guessed@example.com', PASSWORD), 200, 'a right one')
      assert.equal(await tryIt('guessed@example.com', 'wrong password'), 422, 'begins the count anew')
    })
  } finally {
    time.release()
  }
})

test('guessing many accounts from one address stops, and says for how long', async () => {
  const time = freezeTime()
  try {
    await withApp({}, async (app) => {
      const browser = browserOf(app)
      const page = await browser.navigate('/auth/login')
      const tryAs = (email: string) =>
        browser.send(page.url, {
          method: 'POST',
          headers: { origin: app.url },
          body: new URLSearchParams({ email, password: 'wrong password' }),
        })
      for (let i = 0; i < 50; i++) assert.equal((await tryAs(`g${i}@example.com`)).status, 422)
      const stopped = await tryAs('fresh@example.com')
      assert.equal(stopped.status, 429)
      assert.equal(stopped.headers.get('retry-after'), '900')
      assert.match(await stopped.text(), /Try again in 15 minutes/)
    })
  } finally {
    time.release()
  }
})

test('keys are for the server alone, and nothing secret lies open in the database', () =>
  withApp({}, async (app) => {
    const client = await signUp(app, 'kept@example.com')
    const keys = join(app.dataDir, 'keys')
    assert.equal((await stat(keys)).mode & 0o777, 0o700)
    for (const name of ['client-secret', 'access-token-key.json', 'id-token-key.json', 'secret-key']) {
      assert.equal((await stat(join(keys, name))).mode & 0o777, 0o600)
    }
    const files = await Promise.all(
      ['tracker.db', 'tracker.db-wal'].map((name) => readFile(join(app.dataDir, name), 'latin1')),
    )
    const refreshToken = client.browser.jar.get('refresh_token')?.value ?? assert.fail()
    const session = client.browser.jar.get('provider_session')?.value ?? assert.fail()
    assert.ok(files.some((text) => text.includes('kept@example.com')))
    for (const secret of [PASSWORD, refreshToken, session]) {
      assert.ok(!files.some((text) => text.includes(secret)))
    }
  }))
