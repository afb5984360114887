import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import {
  browserOf,
  type Client,
  clientOf,
  PASSWORD,
  signIn,
  signUp,
  startApp,
  type TestApp,
} from '../support/app.ts'
import { appCode } from '../support/authenticator.ts'
import type { Browser } from '../support/browser.ts'
import { withDatabase } from '../support/damage.ts'
import { addApp, factorsOf, proofOf, send } from '../support/factors.ts'
import { platforms } from '../support/platforms.ts'
import { isProblem } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'
import { unzipped } from '../support/unzip.ts'

let app: TestApp
let time: ReturnType<typeof freezeTime>
let people = 0
before(async () => {
  app = await startApp()
})
after(() => app.close())
beforeEach(() => {
  time = freezeTime()
})
afterEach(() => time.release())

async function personWithApp() {
  const email = `locked-${++people}@example.com`
  const client = await signUp(app, email)
  const { secret, recoveryCodes } = await addApp(client)
  time.advance({ minutes: 1 })
  return { email, client, secret, recoveryCodes }
}

/** To the page after the password. */
async function givePassword(browser: Browser, email: string, password = PASSWORD) {
  return browser.submit(await browser.navigate('/auth/login'), { email, password })
}

/** Whether this code completes a sign-in, after the right password. */
async function opens(email: string, code: string) {
  const browser = browserOf(app)
  const page = await givePassword(browser, email)
  assert.match(page.text, /id="second-step"/)
  assert.equal(browser.jar.get('access_token'), undefined)
  const end = await browser.submit(page, { code })
  const isOpen = browser.jar.get('access_token') !== undefined
  assert.equal(end.status, isOpen ? 200 : 422, end.text)
  return isOpen
}

test('after the password comes a code of the app, whose clock may be half a minute off', async () => {
  const { email, secret } = await personWithApp()
  assert.equal(await opens(email, appCode(secret)), true)
  time.advance({ minutes: 2 })
  assert.equal(await opens(email, appCode(secret, Date.now() - 30_000)), true)
  time.advance({ minutes: 2 })
  assert.equal(await opens(email, appCode(secret, Date.now() + 30_000)), true)
  time.advance({ minutes: 2 })
  assert.equal(await opens(email, appCode(secret, Date.now() - 90_000)), false)
  assert.equal(await opens(email, '000000'), false)
  assert.equal(await opens(email, ''), false)
})

test('a code works once, also the one of the setup', async () => {
  const email = `once-${++people}@example.com`
  const { secret } = await addApp(await signUp(app, email))
  assert.equal(await opens(email, appCode(secret)), false)
  time.advance({ minutes: 2 })
  const code = appCode(secret)
  assert.equal(await opens(email, code), true)
  assert.equal(await opens(email, code), false)
  const earlier = appCode(secret, Date.now() - 30_000)
  assert.equal(await opens(email, earlier), false, 'nor one from before it')
})

test('a code that two sign-ins bring at the same moment lets one of them in', async () => {
  const { email, secret, recoveryCodes } = await personWithApp()
  for (const code of [appCode(secret), recoveryCodes[0] ?? '']) {
    const both = await Promise.all(
      [browserOf(app), browserOf(app)].map(async (browser) => ({
        browser,
        page: await givePassword(browser, email),
      })),
    )
    await Promise.all(both.map(({ browser, page }) => browser.submit(page, { code })))
    const letIn = both.filter(({ browser }) => browser.jar.get('access_token') !== undefined)
    assert.equal(letIn.length, 1)
  }
})

test('a recovery code works once, written in any way; new ones replace all of them', async () => {
  const { email, secret, recoveryCodes } = await personWithApp()
  assert.equal(recoveryCodes.length, 10)
  assert.equal(new Set(recoveryCodes).size, 10)
  const [first = '', second = '', third = ''] = recoveryCodes
  assert.equal(await opens(email, first), true)
  assert.equal(await opens(email, first), false)
  assert.equal(await opens(email, second.replaceAll('-', ' ')), true)

  const browser = browserOf(app)
  await browser.submit(await givePassword(browser, email), { code: appCode(secret) })
  const client = clientOf(app, browser)
  assert.equal((await factorsOf(client)).authenticatorApp?.recoveryCodesLeft, 8)
  const proof = await proofOf(client)
  const renewed = await send(client, 'POST', '/me/factors/recovery-codes', {}, proof)
  const { recoveryCodes: fresh } = (await renewed.json()) as { recoveryCodes: string[] }
  assert.equal(await opens(email, third), false)
  assert.equal(await opens(email, fresh[9] ?? ''), true)
})

test('neither the secret nor a recovery code is in the database', async () => {
  const { client, secret, recoveryCodes } = await personWithApp()
  const rows = withDatabase(app, (db) => [
    ...db.prepare('SELECT * FROM authenticator_apps').all(),
    ...db.prepare('SELECT * FROM recovery_codes').all(),
  ])
  const text = JSON.stringify(rows)
  assert.match(text, new RegExp(client.sub))
  assert.ok(!text.includes(secret))
  for (const code of recoveryCodes) {
    assert.ok(!text.includes(code) && !text.includes(code.replaceAll('-', '')))
  }
})

test('wrong codes are throttled together with wrong passwords, and the right password gives no new attempts', async () => {
  const { email, secret } = await personWithApp()
  const browser = browserOf(app)
  for (let i = 0; i < 4; i++) await givePassword(browserOf(app), email, 'not this one')
  for (let i = 0; i < 6; i++) {
    const page = await givePassword(browser, email)
    assert.equal((await browser.submit(page, { code: '123456' })).status, 422)
  }
  const page = await browser.submit(await browser.navigate('/auth/login'), { email, password: PASSWORD })
  assert.equal(page.status, 429)
  assert.match(page.text, /Too many attempts/)
  time.advance({ minutes: 16 })
  assert.equal(await opens(email, appCode(secret)), true)
})

test('the second step belongs to one sign-in, one browser and ten minutes, and ends with a new password', async () => {
  const { email, secret } = await personWithApp()
  const browser = browserOf(app)
  const page = await givePassword(browser, email)
  const stranger = browserOf(app)
  const strangers = await stranger.navigate('/auth/login')
  const elsewhere = await stranger.navigate(`${strangers.url.pathname}/second`)
  assert.match(elsewhere.text, /id="sign-in"/)
  assert.equal((await browserOf(app).navigate(page.url)).status, 400)

  time.advance({ minutes: 11 })
  const late = await browser.submit(page, { code: appCode(secret) })
  assert.match(late.text, /id="sign-in"/)
  assert.equal(browser.jar.get('access_token'), undefined)

  const again = await givePassword(browser, email)
  const started = app.services.identity.accounts?.startReset(email)
  const reset = browserOf(app)
  const form = await reset.navigate(`/oidc/reset/${started?.code}`)
  await reset.submit(form, { password: 'another horse battery' })
  const refused = await browser.submit(again, { code: appCode(secret) })
  assert.match(refused.text, /id="sign-in"/)
  assert.equal(browser.jar.get('access_token'), undefined)
})

test('setting up, removing and new recovery codes need a proof of this session, ten minutes old at most', async () => {
  const email = `proof-${++people}@example.com`
  const client = await signUp(app, email)
  const other = await signUp(app, `proof-${++people}@example.com`)
  const setup = '/me/factors/authenticator-app/setup'
  const changes = [
    ['POST', setup, {}],
    ['PUT', '/me/factors/authenticator-app', { setup: 'x', code: '123456' }],
    ['DELETE', '/me/factors/authenticator-app', {}],
    ['POST', '/me/factors/recovery-codes', {}],
  ] as const
  const theirs = await proofOf(other)
  const old = await proofOf(client)
  time.advance({ minutes: 10 })
  for (const [method, path, body] of changes) {
    for (const proof of [undefined, 'x', theirs, old]) {
      await isProblem(await send(client, method, path, body, proof), 403, 'proof_needed')
    }
  }
  const wrong = await send(client, 'POST', '/me/factors/proof', { password: 'not this one' })
  await isProblem(wrong, 422, 'proof_refused')
  assert.equal((await send(client, 'POST', setup, {}, await proofOf(client))).status, 200)
  const session = await signIn(app, email)
  await isProblem(await send(session, 'POST', setup, {}, await proofOf(client)), 403, 'proof_needed')
})

test('wrong passwords of a signed-in person count as failed sign-ins', async () => {
  const client = await signUp(app, `guess-${++people}@example.com`)
  const guess = () => send(client, 'POST', '/me/factors/proof', { password: 'not this one' })
  for (let i = 0; i < 10; i++) await isProblem(await guess(), 422, 'proof_refused')
  await isProblem(await guess(), 429, 'too_many_requests')
})

test('nothing is set up before a code of the app comes back, for this account, within half an hour', async () => {
  const email = `setup-${++people}@example.com`
  const client = await signUp(app, email)
  const path = '/me/factors/authenticator-app'
  const begin = async (who: Client) =>
    (await (await send(who, 'POST', `${path}/setup`, {}, await proofOf(who))).json()) as {
      secret: string
      uri: string
      setup: string
    }
  const { secret, uri, setup } = await begin(client)
  assert.match(uri, /^otpauth:\/\/totp\/.*secret=/)
  assert.ok(uri.includes(secret))
  const add = async (body: object) => send(client, 'PUT', path, body, await proofOf(client))
  await isProblem(await add({ setup, code: '000000' }), 422, 'wrong_code')
  const other = await begin(await signUp(app, `setup-${++people}@example.com`))
  await isProblem(await add({ setup: other.setup, code: appCode(other.secret) }), 409, 'wrong_state')
  time.advance({ minutes: 31 })
  await isProblem(await add({ setup, code: appCode(secret) }), 409, 'wrong_state')
  await signIn(app, email)
  await addApp(client)
  await isProblem(await send(client, 'POST', `${path}/setup`, {}, await proofOf(client)), 409, 'wrong_state')
})

test('after a removal the password is enough, and its owner is told at the next sign-in, once', async () => {
  const { email, client } = await personWithApp()
  const removed = await send(client, 'DELETE', '/me/factors/authenticator-app', {}, await proofOf(client))
  assert.equal(removed.status, 204)
  assert.equal((await factorsOf(client)).authenticatorApp, null)
  const browser = browserOf(app)
  const told = await givePassword(browser, email)
  assert.match(told.text, /Your authenticator app was removed in your account on 15 March 2026/)
  assert.equal(browser.jar.get('access_token'), undefined)
  await browser.submit(told)
  assert.ok(browser.jar.get('access_token'))
  await signIn(app, email)
})

test('a secret that another SECRET_KEY sealed asks for a recovery code, and never lets anybody in', async () => {
  const { email, secret, recoveryCodes } = await personWithApp()
  withDatabase(app, (db) => db.exec("UPDATE authenticator_apps SET secret = 'eyJ' || secret"))
  const browser = browserOf(app)
  const page = await browser.submit(await givePassword(browser, email), { code: appCode(secret) })
  assert.equal(page.status, 422)
  assert.match(page.text, /can no longer check codes of your app/)
  assert.equal(await opens(email, recoveryCodes[0] ?? ''), true)
})

test('an export says what is set up, without its secrets; an erasure leaves nothing of it', async () => {
  const { client, secret, recoveryCodes } = await personWithApp()
  const entries = await unzipped(Buffer.from(await (await client.fetch('/me/export')).arrayBuffer()))
  const account = String(entries.find(({ path }) => path === 'account.json')?.content)
  const addedAt = new Date(Date.now() - 60_000).toISOString()
  assert.deepEqual(JSON.parse(account).secondLock, {
    authenticatorApp: { addedAt, recoveryCodesLeft: 10 },
    passkeys: [],
  })
  for (const { content } of entries) {
    assert.ok(![secret, ...recoveryCodes].some((one) => String(content).includes(one)))
  }
  const { confirmation } = await isProblem<{ confirmation: string }>(
    await client.fetch('/me', { method: 'DELETE' }),
    409,
    'confirmation_needed',
  )
  assert.equal((await client.fetch('/me', { method: 'DELETE', headers: { confirmation } })).status, 200)
  for (const table of ['authenticator_apps', 'recovery_codes']) {
    const left = withDatabase(app, (db) =>
      db.prepare(`SELECT count(*) AS n FROM ${table} WHERE account_id = ?`).get(client.sub),
    )
    assert.equal(left?.n, 0, table)
  }
})

test('where another service keeps the accounts, nothing is set up here', async () => {
  const elsewhere = await platforms[1]?.start()
  assert.ok(elsewhere)
  try {
    const client = await signUp(elsewhere, `elsewhere-${++people}@example.com`)
    assert.equal((await factorsOf(client)).here, false)
    const proof = await send(client, 'POST', '/me/factors/proof', { password: PASSWORD })
    await isProblem(proof, 404, 'not_found')
  } finally {
    await elsewhere.close()
  }
})
