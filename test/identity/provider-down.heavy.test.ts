import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browserOf, type Client, clientOf, signUp, startApp } from '../support/app.ts'
import { type CognitoApp, startCognitoApp } from '../support/platforms.ts'
import { isProblem } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'

let app: CognitoApp
let time: ReturnType<typeof freezeTime>
before(async () => {
  time = freezeTime()
  app = await startCognitoApp()
})
after(async () => {
  await app.close()
  time.release()
})

const me = (token: string, url = app.url) =>
  fetch(`${url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
const refresh = (client: Client) => client.fetch('/auth/refresh', { method: 'POST' })
const tokenCookies = (client: Client) => client.browser.jar.names().filter((name) => /_token/.test(name))

async function whileDown<T>(use: () => Promise<T>) {
  app.cognito.faults.down = true
  try {
    return await use()
  } finally {
    app.cognito.faults.down = false
  }
}

test('who is signed in stays so', async () => {
  const client = await signUp(app, 'stays@example.com')
  await whileDown(async () => assert.equal((await client.fetch('/auth/me')).status, 200))
})

test('a refresh is answered with 503 and loses nothing', async () => {
  const client = await signUp(app, 'later@example.com')
  await whileDown(async () => {
    const problem = await refresh(client)
    assert.ok(Number(problem.headers.get('retry-after')) > 0)
    await isProblem(problem, 503, 'identity_unavailable')
  })
  assert.equal(tokenCookies(client).length, 3)
  assert.equal((await refresh(client)).status, 200)
})

test('a sign-in on its way ends in a page that says so, and without a session', async () => {
  const browser = browserOf(app)
  const form = await browser.navigate('/auth/login')
  const page = await whileDown(() => browser.submit(form, { email: 'way@example.com' }))
  assert.equal(page.status, 503)
  assert.match(page.text, /Signing in is not available right now/)
  assert.equal(browser.jar.get('access_token'), undefined)
})

test('logout does its local part and says what was not done', async () => {
  const client = await signUp(app, 'leaves@example.com')
  const kept = clientOf(app, browserOf(app, client.browser.jar.copy()))
  const response = await whileDown(() => client.fetch('/auth/logout', { method: 'POST' }))
  assert.equal(response.status, 200)
  const { revoked, notDone } = (await response.json()) as { revoked: boolean; notDone: string[] }
  assert.deepEqual([revoked, notDone], [false, ['refresh_token_not_revoked']])
  assert.deepEqual(tokenCookies(client), [])
  assert.equal((await me(client.token)).status, 401)

  const before = app.cognito.count('/oauth2/revoke')
  await isProblem(await refresh(kept), 401, 'unauthenticated')
  assert.deepEqual(tokenCookies(kept), [])
  assert.equal(app.cognito.count('/oauth2/revoke'), before + 1, 'the provider is told as soon as it can be')
})

test('what the provider did not revoke is refused as long as it would work', async () => {
  const client = await signUp(app, 'month@example.com')
  const refreshToken = client.browser.jar.get('refresh_token')?.value
  await whileDown(() => client.fetch('/auth/logout', { method: 'POST' }))
  time.advance({ days: 29, hours: 23 })
  const thief = clientOf(app, browserOf(app))
  thief.browser.jar.set(new URL(app.url), `refresh_token=${refreshToken}; Path=/auth`)
  await isProblem(await refresh(thief), 401, 'unauthenticated')
})

test('a form gets a page that says what was not done', async () => {
  const { browser, token } = await signUp(app, 'form@example.com')
  const asking = await browser.navigate('/auth/logout', { headers: { 'sec-fetch-site': 'cross-site' } })
  const page = await whileDown(() => browser.submit(asking))
  assert.equal(page.status, 200)
  assert.match(page.text, /You are signed out in this browser/)
  assert.match(page.text, /did not revoke the session. This application no longer accepts it/)
  assert.equal((await me(token)).status, 401)
})

test('a server that never reached the provider lets nobody in, and says 503', async () => {
  const { token, browser } = await signUp(app, 'fresh@example.com')
  app.cognito.faults.down = true
  const { DATA_DIR: _, ...env } = app.env
  const other = await startApp({ env: { ...env, HOST: '127.0.0.2' } })
  try {
    const at = `http://127.0.0.2:${env.PORT}`
    await isProblem(await me(token, at), 503, 'identity_unavailable')
    const login = await fetch(`${at}/auth/login?moved=1`, { headers: { accept: 'text/html' } })
    assert.equal(login.status, 503)
    const logout = await fetch(`${at}/auth/logout`, {
      method: 'POST',
      headers: { origin: app.url, cookie: browser.jar.header(new URL('/auth/logout', app.url)) },
    })
    const { notDone } = (await logout.json()) as { notDone: string[] }
    assert.deepEqual(notDone, ['session_not_ended', 'refresh_token_not_revoked'])
  } finally {
    app.cognito.faults.down = false
    await other.close()
  }
})
