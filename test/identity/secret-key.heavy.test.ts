import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserOf, PASSWORD, signUp, startApp } from '../support/app.ts'
import { appCode } from '../support/authenticator.ts'
import { addApp } from '../support/factors.ts'
import { freePort } from '../support/ports.ts'
import { freezeTime } from '../support/time.ts'

const OLD = 'q7Xv2LrTn9KcWb4JdPz8MhYs5GfA3Re6'
const NEW = 'Zk3Tn8Qw5Yb2Lx7Vd4Hs9Jf6Mc1Rp0Ga'

test('a new SECRET_KEY ends no session; with SECRET_KEY_PREVIOUS what the old one sealed still opens', async (context) => {
  const time = freezeTime()
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-keys-'))
  context.after(async () => {
    time.release()
    await rm(dataDir, { recursive: true })
  })
  const PORT = String(await freePort())
  const start = (keys: Record<string, string>) =>
    startApp({ dataDir, env: { PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}`, ...keys } })

  const before = await start({ SECRET_KEY: OLD })
  const email = 'ana@example.org'
  const ana = await signUp(before, email)
  const { secret, recoveryCodes } = await addApp(ana)
  time.advance({ minutes: 1 })
  const browser = browserOf(before)
  const begun = await browser.submit(await browser.navigate('/auth/login'), { email, password: PASSWORD })
  await before.close()

  const rotated = await start({ SECRET_KEY: NEW, SECRET_KEY_PREVIOUS: OLD })
  assert.equal((await ana.fetch('/auth/me')).status, 200)
  await browser.submit(begun, { code: appCode(secret) })
  assert.ok(
    browser.jar.get('access_token'),
    'a sign-in that began with the old key, and the secret of the app',
  )
  await rotated.close()

  time.advance({ minutes: 1 })
  const without = await start({ SECRET_KEY: NEW })
  context.after(() => without.close())
  assert.equal((await ana.fetch('/auth/me')).status, 200)
  const opens = async (code: string) => {
    const again = browserOf(without)
    const page = await again.submit(await again.navigate('/auth/login'), { email, password: PASSWORD })
    await again.submit(page, { code })
    return again.jar.get('access_token') !== undefined
  }
  assert.equal(await opens(appCode(secret)), false)
  assert.equal(await opens(recoveryCodes[0] ?? ''), true)
})
