import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { browserOf, type Client, PASSWORD, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { createAuthenticator, type Deviation } from '../support/authenticator.ts'
import { withDatabase } from '../support/damage.ts'
import { addApp, addPasskey, creationOptions, factorsOf, proofOf, send } from '../support/factors.ts'
import { isProblem } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'

const HOME = 'https://tracker.example'
let app: TestApp
let time: ReturnType<typeof freezeTime>
let people = 0
const newEmail = () => `keys-${++people}@example.com`
before(async () => {
  time = freezeTime()
  app = await startApp({ env: { PUBLIC_URL: HOME } })
})
beforeEach(() => time.advance({ minutes: 1 }))
after(async () => {
  await app.close()
  time.release()
})

const authenticator = () => createAuthenticator(HOME)

/** On the sign-in page, as its script does it. */
async function signInWith(get: (options: { challenge: string }) => object) {
  const browser = browserOf(app)
  const page = await browser.navigate('/auth/login')
  const [, action = ''] = /<form id="passkey" method="post" action="([^"]+)"/.exec(page.text) ?? []
  const headers = { origin: HOME }
  const answer = await browser.send(`${action}/options`, { method: 'POST', headers })
  assert.equal(answer.status, 200)
  const options = (await answer.json()) as { challenge: string; userVerification: string }
  assert.equal(options.userVerification, 'required')
  const credential = get(options)
  const use = async () => {
    const body = new URLSearchParams({ credential: JSON.stringify(credential) })
    return browser.navigate(action, { method: 'POST', body }, page.url)
  }
  const end = await use()
  return { end, use, isSignedIn: browser.jar.get('access_token') !== undefined, browser }
}

test('a passkey signs in by itself, and is listed, renamed and removed', async () => {
  const client = await signUp(app, newEmail())
  const key = authenticator()
  const { id } = await addPasskey(client, key, 'Telefon Ana')
  const signedIn = await signInWith((options) => key.get(options))
  assert.equal(signedIn.isSignedIn, true, signedIn.end.text)
  const [listed] = (await factorsOf(client)).passkeys
  assert.deepEqual(
    { ...listed, addedAt: '' },
    { id, name: 'Telefon Ana', addedAt: '', lastUsedAt: new Date().toISOString() },
  )
  assert.equal((await send(client, 'PATCH', `/me/factors/passkeys/${id}`, { name: 'Pixel' })).status, 204)
  assert.equal((await factorsOf(client)).passkeys[0]?.name, 'Pixel')
  const proof = await proofOf(client)
  assert.equal((await send(client, 'DELETE', `/me/factors/passkeys/${id}`, {}, proof)).status, 204)
  assert.deepEqual((await factorsOf(client)).passkeys, [])
  await addPasskey(await signUp(app, newEmail()), authenticator())
  assert.equal((await signInWith((options) => key.get(options))).isSignedIn, false)
})

test('a passkey needs no code of an authenticator app, and serves as the second step too', async () => {
  const email = newEmail()
  const client = await signUp(app, email)
  const key = authenticator()
  await addPasskey(client, key)
  await addApp(client)
  assert.equal((await signInWith((options) => key.get(options))).isSignedIn, true)
  const browser = browserOf(app)
  const second = await browser.submit(await browser.navigate('/auth/login'), { email, password: PASSWORD })
  assert.match(second.text, /id="second-step"[\s\S]*id="passkey"/)
})

const wrong: [string, Deviation][] = [
  ['another origin', { origin: 'https://tracker.example.evil.example' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['a challenge of somebody else', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
  ['nobody verified', { isVerified: false }],
  ['another account as its owner', { userHandle: Buffer.from(crypto.randomUUID()).toString('base64url') }],
  ['no owner', { userHandle: '' }],
  ['a counter that went back', { counter: 1 }],
]
test('a passkey that is used in a wrong way signs nobody in', async () => {
  const key = authenticator()
  await addPasskey(await signUp(app, newEmail()), key)
  for (const [name, change] of wrong) {
    const { end, isSignedIn } = await signInWith((options) => key.get(options, change))
    assert.deepEqual([name, end.status, isSignedIn], [name, 422, false])
    assert.match(end.text, /The passkey was not accepted/)
  }
  for (const credential of [{}, { id: 'x' }, [], 'x', null]) {
    assert.equal((await signInWith(() => credential as object)).end.status, 422)
  }
  const other = authenticator()
  await addPasskey(await signUp(app, newEmail()), other)
  const mixed = await signInWith((options) => ({ ...key.get(options), id: other.get(options).id }))
  assert.equal(mixed.isSignedIn, false)
  const forged = await signInWith((options) => {
    const [used, { response }] = [key.get(options), other.get(options)]
    return { ...used, response: { ...used.response, signature: response.signature } }
  })
  assert.equal(forged.isSignedIn, false)
  assert.equal((await signInWith((options) => key.get(options))).isSignedIn, true)
})

test('a challenge is good once, for five minutes, and for what it was made for', async () => {
  const client = await signUp(app, newEmail())
  const key = authenticator()
  await addPasskey(client, key)
  const first = await signInWith((options) => key.get(options))
  first.browser.jar.delete('__Host-access_token')
  assert.equal((await first.use()).status, 400, 'the sign-in is complete')

  const late = await signInWith((options) => {
    time.advance({ minutes: 6 })
    return key.get(options)
  })
  assert.equal(late.isSignedIn, false)

  const path = '/me/factors/proof'
  const answer = await send(client, 'POST', `${path}/passkey-options`)
  const options = (await answer.json()) as { challenge: string; allowCredentials: { id: string }[] }
  assert.equal(options.allowCredentials.length, 1)
  assert.equal((await signInWith(() => key.get(options))).isSignedIn, false, 'it was made to prove')
  const passkey = key.get(options)
  const proven = await send(client, 'POST', path, { passkey })
  const { proof } = (await proven.json()) as { proof: string }
  assert.equal((await send(client, 'POST', '/me/factors/passkeys/options', {}, proof)).status, 200)
  await isProblem(await send(client, 'POST', path, { passkey }), 422, 'proof_refused')
})

test('a passkey of somebody else proves nothing', async () => {
  const [ana, ben] = [await signUp(app, newEmail()), await signUp(app, newEmail())]
  const [key, bens] = [authenticator(), authenticator()]
  await addPasskey(ana, key)
  await addPasskey(ben, bens)
  const path = '/me/factors/proof'
  const options = (await (await send(ana, 'POST', `${path}/passkey-options`)).json()) as { challenge: string }
  await isProblem(await send(ana, 'POST', path, { passkey: bens.get(options) }), 422, 'proof_refused')
  const { passkeys } = await factorsOf(ben)
  const theirs = `/me/factors/passkeys/${passkeys[0]?.id}`
  await isProblem(await send(ana, 'PATCH', theirs, { name: 'mine' }), 404, 'not_found')
  await isProblem(await send(ana, 'DELETE', theirs, {}, await proofOf(ana)), 404, 'not_found')
  assert.equal((await signInWith((one) => bens.get(one))).isSignedIn, true)
})

test('a passkey is added once, with a challenge of this account, by somebody it has verified', async () => {
  const [ana, ben] = [await signUp(app, newEmail()), await signUp(app, newEmail())]
  const path = '/me/factors/passkeys'
  const add = async (client: Client, key: object) =>
    send(client, 'POST', path, { name: 'Key', credential: key }, await proofOf(client))
  const options = async (client: Client) => creationOptions(client, await proofOf(client))
  const key = authenticator()
  await isProblem(await add(ana, key.create(await options(ben))), 422, 'passkey_refused')
  for (const [, change] of wrong.slice(0, 4)) {
    await isProblem(await add(ana, key.create(await options(ana), change)), 422, 'passkey_refused')
  }
  await isProblem(await send(ana, 'POST', `${path}/options`), 403, 'proof_needed')
  const made = key.create(await options(ana))
  await isProblem(await send(ana, 'POST', path, { name: 'Key', credential: made }), 403, 'proof_needed')
  assert.equal((await add(ana, made)).status, 201)
  await isProblem(await add(ana, made), 422, 'passkey_refused')
  await isProblem(await add(ben, key.create(await options(ben))), 422, 'passkey_refused')
  await isProblem(await add(ana, { ...made, id: '!' }), 400, 'validation_failed')
})

test('an account has at most 20 passkeys', async () => {
  const client = await signUp(app, newEmail())
  await addPasskey(client, authenticator())
  withDatabase(app, (db) => {
    const sql = `INSERT INTO passkeys SELECT id || ?, account_id, public_key, counter, transports, name, added_at,
      last_used_at FROM passkeys WHERE account_id = ? LIMIT 1`
    for (let i = 1; i < 20; i++) db.prepare(sql).run(`-${i}`, client.sub)
  })
  const proof = await proofOf(client)
  const credential = authenticator().create(await creationOptions(client, proof))
  const body = { name: 'One more', credential }
  await isProblem(await send(client, 'POST', '/me/factors/passkeys', body, proof), 409, 'wrong_state')
})

test('with plain http or an IP address the app says why there are no passkeys, and passwords still sign in', async () => {
  for (const [env, reason, sentence] of [
    [{}, 'ip_address', /opened at an IP address/],
    [{ PUBLIC_URL: 'http://tracker.lan' }, 'plain_http', /opened over plain http/],
  ] as const) {
    const elsewhere = await startApp({ env })
    try {
      const email = newEmail()
      const client = await signUp(elsewhere, email)
      assert.equal((await factorsOf(client)).noPasskeys, reason)
      const options = await send(client, 'POST', '/me/factors/passkeys/options', {}, await proofOf(client))
      await isProblem(options, 409, 'wrong_state')
      const before = await browserOf(elsewhere).navigate('/auth/login')
      assert.doesNotMatch(before.text, /passkey/i, 'nobody here has one')
      withDatabase(elsewhere, (db) =>
        db
          .prepare("INSERT INTO passkeys VALUES ('x', ?, 'x', 0, '[]', 'Key', '2026-01-01', NULL)")
          .run(client.sub),
      )
      const page = await browserOf(elsewhere).navigate('/auth/login')
      assert.match(page.text, sentence)
      assert.doesNotMatch(page.text, /id="passkey"/)
      await signIn(elsewhere, email)
    } finally {
      await elsewhere.close()
    }
  }
})
