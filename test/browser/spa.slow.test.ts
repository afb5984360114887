import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchChromium, PATIENCE } from '../support/chromium.ts'
import { type CognitoApp, SPA_CLIENT_ID, startCognitoApp } from '../support/platforms.ts'
import { createScriptedReader, picture } from '../support/receipts.ts'
import { startSpa } from '../support/spa.ts'

type Spa = Awaited<ReturnType<typeof startSpa>>

let app: CognitoApp
let spa: Spa
/** The same app on an origin that is not in ALLOW_ORIGINS. */
let stranger: Spa
let browser: Browser
/** Method and path of each request the server received, and the origin it named. */
const received: string[] = []

before(async () => {
  spa = await startSpa()
  stranger = await startSpa()
  const addresses = [`${spa.url}/`, `${stranger.url}/`]
  app = await startCognitoApp({
    env: { ALLOW_ORIGINS: spa.url },
    clients: [{ id: SPA_CLIENT_ID, callbackUrls: addresses, signOutUrls: addresses }],
    overrides: { reader: createScriptedReader().reader },
  })
  app.server.server.on('request', ({ method, url, headers }: IncomingMessage) => {
    received.push(`${method} ${url} ${headers.origin}`)
  })
  const { issuer, domain } = app.cognito
  for (const each of [spa, stranger]) {
    each.configure({ api: app.url, issuer, hostedUi: domain, clientId: SPA_CLIENT_ID })
  }
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
  await app?.close()
  await spa?.close()
  await stranger?.close()
})

/** The page of a single-page app after its person has signed in at the Hosted UI. */
async function signedIn(at: Spa, email: string) {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(at.url)
  await page.locator('body[data-state=ready]').waitFor({ state: 'attached' })
  await run(page, 'void tracker.signIn()')
  await page.locator('input[name=email]').fill(email)
  await page.locator('button').click()
  await page.locator('body[data-state="signed in"]').waitFor({ state: 'attached' })
  return page
}

/** An answer the page got, or why it got none. */
interface Fetched {
  status: number
  body: { id: string; sub: string; version: number }
  error: string
}

/** Runs code of the single-page app; a failure comes back as its text. */
const run = <Result>(page: Page, code: string): Promise<Result> =>
  page.evaluate(`(async () => (${code}))().catch((error) => ({ error: String(error) }))`)

const call = (page: Page, path: string, init = '{}') =>
  run<Fetched>(
    page,
    `tracker.call('${path}', ${init}).then(async (r) => ({ status: r.status, body: await r.json().catch(() => null) }))`,
  )

const lastTokenTo = (client: string) =>
  [...app.cognito.secrets]
    .filter((text) => text.split('.').length === 3)
    .findLast((text) => {
      const payload = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString())
      return payload.token_use === 'access' && payload.client_id === client
    }) ?? ''

test('the browser refuses an answer without CORS headers', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(spa.url)
  const { error } = await run<{ error: string }>(
    page,
    `fetch('${app.cognito.domain}/login').then((r) => r.status)`,
  )
  assert.match(error, /Failed to fetch/)
})

test('a single-page app signs in by itself and calls with a bearer token, after a preflight', async () => {
  const page = await signedIn(spa, 'spa@example.com')
  assert.equal(new URL(page.url()).search, '', 'no code stays in the address')
  const me = await call(page, '/auth/me')
  assert.equal(me.status, 200)
  assert.ok(me.body.sub)
  assert.ok(received.includes(`OPTIONS /auth/me ${spa.url}`))
  const stored = await run<string>(
    page,
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
  )
  assert.ok(!stored.includes(lastTokenTo(SPA_CLIENT_ID)))
})

test('it uploads a receipt and sees how far the upload is; reads, changes and deletes it', async () => {
  const page = await signedIn(spa, 'upload@example.com')
  const bytes = (await picture({ width: 1200, height: 1800 })).toString('base64')
  const { parts, answer } = await run<{ parts: number[]; answer: Fetched }>(
    page,
    `(async () => {
      const bytes = Uint8Array.from(atob('${bytes}'), (sign) => sign.charCodeAt(0))
      const parts = []
      const answer = await tracker.upload(new File([bytes], 'receipt.jpg'), (part) => parts.push(part))
      return { parts, answer }
    })()`,
  )
  assert.equal(answer.status, 201, JSON.stringify(answer))
  assert.ok(parts.length > 0)
  assert.equal(parts.at(-1), 1)
  assert.ok(received.includes(`OPTIONS /receipts/upload ${spa.url}`))

  const { id } = answer.body
  const eTag = await run<string>(page, `tracker.call('/receipts/${id}').then((r) => r.headers.get('ETag'))`)
  assert.match(eTag, /^"\d+"$/, 'the page may read it')
  const change = `{ method: 'PATCH', body: '{"merchant":"Kedai"}', headers: {
    'If-Match': '${eTag}', 'Content-Type': 'application/merge-patch+json', 'Idempotency-Key': 'k' } }`
  const changed = await call(page, `/receipts/${id}`, change)
  assert.equal(changed.status, 200, JSON.stringify(changed))
  const removed = `{ method: 'DELETE', headers: { 'If-Match': '"${changed.body.version}"' } }`
  assert.ok((await call(page, `/receipts/${id}`, removed)).status < 300)
})

test('with an expired token it gets a 401 it can read, and goes on with a new one', async () => {
  app.cognito.faults.accessToken = { exp: Math.floor(Date.now() / 1000) - 60 }
  const page = await signedIn(spa, 'expired@example.com')
  app.cognito.faults.accessToken = {}
  const expired = lastTokenTo(SPA_CLIENT_ID)
  const refused = await run(
    page,
    `fetch('${app.url}/auth/me', { headers: { Authorization: 'Bearer ${expired}' } })
      .then((r) => ({ status: r.status, why: r.headers.get('WWW-Authenticate') }))`,
  )
  assert.deepEqual(refused, { status: 401, why: 'Bearer error="invalid_token"' })
  assert.equal((await call(page, '/auth/me')).status, 200)
  assert.notEqual(lastTokenTo(SPA_CLIENT_ID), expired)
})

test('after its logout neither its access token nor its refresh token works', async () => {
  const page = await signedIn(spa, 'leaves@example.com')
  const token = lastTokenTo(SPA_CLIENT_ID)
  const withToken = () => fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
  assert.equal((await withToken()).status, 200)
  const back = page.waitForURL(`${spa.url}/`)
  await run(page, 'void tracker.signOut()')
  await back
  await page.locator('body[data-state=ready]').waitFor({ state: 'attached' })
  assert.equal((await withToken()).status, 401)
  const { body } = app.cognito.seen.findLast(({ url }) => url.pathname === '/oauth2/revoke') ?? assert.fail()
  const again = await fetch(`${app.cognito.domain}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: SPA_CLIENT_ID,
      refresh_token: body.get('token') ?? '',
    }),
  })
  assert.deepEqual(await again.json(), { error: 'invalid_grant' })
  await run(page, 'void tracker.signIn()')
  await page.locator('input[name=email]').waitFor()
})

test('an origin that is not on the list is refused, its token notwithstanding', async () => {
  const page = await signedIn(stranger, 'stranger@example.com')
  const token = lastTokenTo(SPA_CLIENT_ID)
  const direct = await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
  assert.equal(direct.status, 200, 'the token itself is good')
  assert.match((await call(page, '/auth/me')).error, /Failed to fetch/)
  const { error } = await run<{ error: string }>(
    page,
    `tracker.upload(new File(['x'], 'receipt.jpg'), () => {})`,
  )
  assert.match(error, /cannot be reached/)
  const sent = received.filter((line) => line.endsWith(stranger.url))
  assert.ok(sent.length > 0)
  assert.deepEqual(
    sent.filter((line) => !line.startsWith('OPTIONS ')),
    [],
    'nothing but preflights came through',
  )
})
