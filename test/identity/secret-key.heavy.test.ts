import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserOf, PASSWORD, signUp, startApp, type TestApp } from '../support/app.ts'
import { appCode } from '../support/authenticator.ts'
import { addApp } from '../support/factors.ts'
import { freePort } from '../support/ports.ts'
import { freezeTime } from '../support/time.ts'

const OLD = 'q7Xv2LrTn9KcWb4JdPz8MhYs5GfA3Re6'
const NEW = 'Zk3Tn8Qw5Yb2Lx7Vd4Hs9Jf6Mc1Rp0Ga'
const UNRELATED = 'Hd6Fy1Ws8Cg3Vn5Rx0Kt7Lb2Qp9Mz4Je'

test('a new SECRET_KEY ends no session; after one start with SECRET_KEY_PREVIOUS no secret needs the old one', async (context) => {
  const time = freezeTime()
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-keys-'))
  context.after(async () => {
    time.release()
    await rm(dataDir, { recursive: true })
  })
  const PORT = String(await freePort())
  const env = { PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` }
  /** Runs a server with these keys while it is used. */
  async function startedWith<T>(keys: Record<string, string>, use: (app: TestApp) => Promise<T>): Promise<T> {
    const app = await startApp({ dataDir, env: { ...env, ...keys } })
    return use(app).finally(app.close)
  }
  const email = 'ana@example.org'
  const signsIn = async (app: TestApp, codeNow: () => string) => {
    // No code is accepted twice.
    time.advance({ minutes: 1 })
    const browser = browserOf(app)
    const page = await browser.submit(await browser.navigate('/auth/login'), { email, password: PASSWORD })
    await browser.submit(page, { code: codeNow() })
    return browser.jar.get('access_token') !== undefined
  }

  const { ana, secret, recoveryCodes, browser, begun } = await startedWith(
    { SECRET_KEY: OLD },
    async (app) => {
      const ana = await signUp(app, email)
      const factors = await addApp(ana)
      const browser = browserOf(app)
      const page = await browser.navigate('/auth/login')
      return { ana, ...factors, browser, begun: await browser.submit(page, { email, password: PASSWORD }) }
    },
  )
  const isSignedIn = async () => (await ana.fetch('/auth/me')).status === 200
  const codeOfApp = () => appCode(secret)

  await startedWith({ SECRET_KEY: NEW, SECRET_KEY_PREVIOUS: OLD }, async () => {
    assert.ok(await isSignedIn())
    time.advance({ minutes: 1 })
    await browser.submit(begun, { code: codeOfApp() })
    assert.ok(browser.jar.get('access_token'), 'a sign-in that began with the old key')
  })
  await startedWith({ SECRET_KEY: NEW }, async (app) => {
    assert.ok(await isSignedIn())
    assert.ok(await signsIn(app, codeOfApp), 'the app was set up with the old key')
  })
  await startedWith({ SECRET_KEY: UNRELATED }, async (app) => {
    assert.ok(await isSignedIn())
    assert.ok(!(await signsIn(app, codeOfApp)))
    assert.ok(await signsIn(app, () => recoveryCodes[0] ?? ''))
  })
  await startedWith({ SECRET_KEY: UNRELATED, SECRET_KEY_PREVIOUS: NEW }, async (app) => {
    assert.ok(await signsIn(app, codeOfApp), 'the app is still there')
  })
})
