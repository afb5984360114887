import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { browserOf, clientOf, PASSWORD, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { createAuthenticator } from '../support/authenticator.ts'
import { runCli } from '../support/cli.ts'
import { addApp, addPasskey, factorsOf } from '../support/factors.ts'
import { createScriptedReader, get, uploaded } from '../support/receipts.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tracker-cli-'))
})
after(() => rm(folder, { recursive: true }))

const user = (...args: string[]) =>
  runCli('user', args, { DATA_DIR: join(folder, 'new'), PUBLIC_URL: 'https://tax.example.org' })

test('it works in a folder where no server ever ran', async () => {
  const empty = await user('list')
  assert.deepEqual([empty.code, empty.stderr], [0, ''])
  assert.match(empty.stdout, /Nobody has an account yet/)
  const { stdout } = await user('invite')
  assert.match(stdout, /^https:\/\/tax\.example\.org\/oidc\/invitation\/[\w-]{32}\nworks once, until /)
})

test('what it cannot do it says on standard error', async () => {
  const nobody = await user('reset', 'nobody@example.com')
  assert.deepEqual([nobody.code, nobody.stdout], [1, ''])
  assert.match(nobody.stderr, /Nobody has an account with the e-mail nobody@example\.com/)
  const wrong = await runCli('user', ['list'], { PORT: 'x' })
  assert.equal(wrong.code, 1)
  assert.match(wrong.stderr, /PORT must be a whole number/)
})

test('accounts of another provider are not kept here', async () => {
  const { code, stderr } = await runCli('user', ['list'], {
    DATA_DIR: join(folder, 'never-made'),
    IDENTITY: 'oidc',
    CLIENT_ID: 'tracker',
    OIDC_ISSUER: 'https://id.example.org/',
    OIDC_AUDIENCE: 'tracker',
  })
  assert.equal(code, 1)
  assert.match(stderr, /IDENTITY is oidc: the accounts are kept there, not here/)
})

const envOf = (app: TestApp) => ({ ...app.env, DATA_DIR: app.dataDir })

test('an account is moved to another address beside a running server; its sessions end, its receipts stay', async (context) => {
  const app = await startApp({ overrides: createScriptedReader() })
  context.after(() => app.close())
  const ana = await signUp(app, 'ana@example.org')
  await signUp(app, 'ben@example.org')
  const receipt = await uploaded(ana)
  const run = (...args: string[]) => runCli('user', ['change-email', ...args], envOf(app))

  const taken = await run('ana@example.org', 'Ben@example.org')
  assert.deepEqual([taken.code, taken.stdout], [1, ''])
  assert.match(taken.stderr, /already an account with the e-mail Ben@example\.org/)
  assert.equal((await ana.fetch('/auth/me')).status, 200)
  assert.equal((await run('ana@example.org', 'nowhere')).code, 2)

  const link = app.services.identity.accounts?.startReset('ana@example.org')?.code
  const moved = await run('ana@example.org', 'Ana.Lim@example.org')
  assert.deepEqual([moved.code, moved.stderr], [0, ''])
  assert.match(moved.stdout, /^ana@example\.org signs in as ana\.lim@example\.org now/)
  assert.equal((await ana.fetch('/auth/me')).status, 401)
  assert.equal((await ana.fetch('/auth/refresh', { method: 'POST' })).status, 401)
  assert.equal((await browserOf(app).navigate(`/oidc/reset/${link}`)).status, 404)
  await assert.rejects(signIn(app, 'ana@example.org'), /not right/)
  const again = await signIn(app, 'ana.lim@example.org')
  const me = (await (await again.fetch('/auth/me')).json()) as { email: string }
  assert.equal(me.email, 'ana.lim@example.org')
  assert.equal((await get(again, `/receipts/${receipt.id}`)).id, receipt.id)
})

test('the second lock of somebody who lost it is removed beside a running server, and the person is told', async (context) => {
  const app = await startApp({ env: { PUBLIC_URL: 'https://tracker.example' } })
  context.after(() => app.close())
  const ana = await signUp(app, 'ana@example.org')
  const run = () => runCli('user', ['reset-factors', 'ana@example.org'], envOf(app))
  const none = await run()
  assert.deepEqual([none.code, none.stdout], [1, ''])
  assert.match(none.stderr, /neither an authenticator app nor a passkey/)
  await addApp(ana)
  await addPasskey(ana, createAuthenticator(app.url))

  const reset = await run()
  assert.deepEqual([reset.code, reset.stderr], [0, ''])
  assert.match(reset.stdout, /^ana@example\.org signs in with the password alone now/)
  assert.equal((await ana.fetch('/auth/me')).status, 401)
  const browser = browserOf(app)
  const form = await browser.navigate('/auth/login')
  const told = await browser.submit(form, { email: 'ana@example.org', password: PASSWORD })
  assert.match(told.text, /The person who runs this server removed your authenticator app/)
  await browser.submit(told)
  const { authenticatorApp, passkeys } = await factorsOf(clientOf(app, browser))
  assert.deepEqual([authenticatorApp, passkeys], [null, []])
})

test('a removed account cannot come in again; what it left is kept, and can have an account again', async (context) => {
  const app = await startApp({ overrides: createScriptedReader() })
  context.after(() => app.close())
  await signUp(app, 'owner@example.org')
  const ana = await signUp(app, 'ana@example.org')
  const receipt = await uploaded(ana)
  const run = (...args: string[]) => runCli('user', args, envOf(app))

  const unasked = await run('remove', 'ana@example.org')
  assert.deepEqual([unasked.code, unasked.stdout], [2, ''])
  assert.match(unasked.stderr, /needs --yes/)
  assert.equal((await ana.fetch('/auth/me')).status, 200)

  const removed = await run('remove', 'ana@example.org', '--yes')
  assert.deepEqual([removed.code, removed.stderr], [0, ''])
  assert.match(removed.stdout, /^ana@example\.org has 1 receipt in the data folder\. They stay/)
  assert.ok(removed.stdout.includes(`user restore ${ana.sub} EMAIL`))
  assert.doesNotMatch(removed.stdout, /No account is left/)
  assert.equal((await ana.fetch('/auth/me')).status, 401)
  assert.equal((await ana.fetch('/auth/refresh', { method: 'POST' })).status, 401)
  await assert.rejects(signIn(app, 'ana@example.org'), /not right/)
  // Somebody with her address is somebody else.
  const namesake = await signUp(app, 'ana@example.org')
  assert.deepEqual((await get(namesake, '/receipts')).receipts, [])
  assert.match(
    (await run('list')).stdout,
    new RegExp(`Kept without an account:\\n +${ana.sub}: 1 receipt\\n$`),
  )

  const restored = await run('restore', ana.sub, 'ana.lim@example.org')
  assert.deepEqual([restored.code, restored.stderr], [0, ''])
  const browser = browserOf(app)
  const page = await browser.navigate(new URL(restored.stdout.split('\n')[0] ?? ''))
  await browser.submit(page, { password: PASSWORD })
  const back = await signIn(app, 'ana.lim@example.org')
  assert.equal((await get(back, `/receipts/${receipt.id}`)).id, receipt.id)
})

test('everything of a person is erased with the account, once no server uses the data', async (context) => {
  const app = await startApp({ overrides: createScriptedReader() })
  const ana = await signUp(app, 'ana@example.org')
  await uploaded(ana)
  const run = () => runCli('user', ['remove', 'ana@example.org', '--erase', '--yes'], envOf(app))
  const busy = await run()
  assert.deepEqual([busy.code, busy.stdout], [1, ''])
  assert.match(busy.stderr, /another server uses this data folder/)
  await app.server.close()
  await app.services.close()

  const { code, stdout, stderr } = await run()
  assert.deepEqual([code, stderr], [0, ''])
  assert.match(stdout, /^ana@example\.org has here: (.*, )?receipts 1.*\n/)
  assert.match(stdout, /No account is left/)
  const again = await startApp({ dataDir: app.dataDir })
  context.after(async () => {
    await again.close()
    await app.close()
  })
  assert.deepEqual(again.services.identity.accounts?.list(), [])
  const late = await signUp(again, 'ana@example.org')
  assert.deepEqual((await get(late, '/receipts')).receipts, [])
})
