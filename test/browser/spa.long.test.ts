import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page, Route } from 'playwright-core'
import { launchChromium, PATIENCE } from '../support/chromium.ts'
import { type CognitoApp, SPA_CLIENT_ID, startCognitoApp } from '../support/platforms.ts'
import { createScriptedReader, picture } from '../support/receipts.ts'
import { buildSpa, serveSpa } from '../support/spa.ts'
import { until } from '../support/until.ts'
import { assertAccessible } from './person.ts'

type Spa = Awaited<ReturnType<typeof serveSpa>>

let app: CognitoApp
/** examples/spa, on an origin of its own. */
let spa: Spa
/** The same app on an origin that is not in ALLOW_ORIGINS. */
let stranger: Spa
let browser: Browser
const reader = createScriptedReader()
/** Method and path of each request the server received, and the origin it named. */
const received: string[] = []

before(async () => {
  const [folder, another] = [await mkdtemp(join(tmpdir(), 'spa-')), await mkdtemp(join(tmpdir(), 'spa-'))]
  spa = await serveSpa(folder)
  stranger = await serveSpa(another)
  const addresses = [`${spa.url}/`, `${stranger.url}/`]
  app = await startCognitoApp({
    env: { ALLOW_ORIGINS: spa.url },
    clients: [{ id: SPA_CLIENT_ID, callbackUrls: addresses, signOutUrls: addresses }],
    overrides: { reader: reader.reader },
  })
  app.server.server.on('request', ({ method, url, headers }: IncomingMessage) => {
    received.push(`${method} ${url} ${headers.origin}`)
  })
  const { issuer, domain } = app.cognito
  const settings = { api: app.url, issuer, hostedUi: domain, clientId: SPA_CLIENT_ID }
  await buildSpa(folder, settings)
  await buildSpa(another, settings)
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
  await app?.close()
  await spa?.close()
  await stranger?.close()
})

async function newPage() {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(PATIENCE)
  return page
}

/** Signs a person in: at the app, then at the Hosted UI, and back. */
async function signIn(page: Page, at: Spa, email: string) {
  await page.goto(at.url)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return page
}

const signedIn = async (email: string) => signIn(await newPage(), spa, email)

async function upload(page: Page, name = 'receipt.jpg') {
  const chooser = page.waitForEvent('filechooser')
  await page.getByText('Add receipts').click()
  const buffer = await picture({ width: 1200, height: 1800 })
  await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer })
}

const rows = (page: Page) => page.locator('.receipts > li')

/** Runs code in the page; a failure comes back as its text. */
const run = <Result>(page: Page, code: string): Promise<Result> =>
  page.evaluate(`(async () => (${code}))().catch((error) => ({ error: String(error) }))`)

const issuedTokens = () =>
  [...app.cognito.secrets].filter((text) => {
    const [, payload = '', signature] = text.split('.')
    if (!signature) return false
    const { token_use, client_id } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return token_use === 'access' && client_id === SPA_CLIENT_ID
  })
const lastToken = () => issuedTokens().at(-1) ?? ''

const statusOf = async (token: string) =>
  (await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })).status

test('the browser refuses an answer without CORS headers', async () => {
  const page = await newPage()
  await page.goto(spa.url)
  const { error } = await run<{ error: string }>(
    page,
    `fetch('${app.cognito.domain}/login').then((r) => r.status)`,
  )
  assert.match(error, /Failed to fetch/)
})

test('it signs in by itself and lists receipts with a bearer token, after a preflight', async () => {
  const page = await signedIn('spa@example.com')
  await page.getByText('You have no receipts yet.').waitFor()
  await page.getByText('spa@example.com').waitFor()
  assert.equal(page.url(), `${spa.url}/`, 'no code stays in the address')
  assert.ok(received.includes(`OPTIONS /receipts?limit=20 ${spa.url}`))
  const stored = await run<string>(
    page,
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
  )
  assert.ok(!stored.includes(lastToken()))
  await assertAccessible(page)
})

test('an upload shows how far it is; then the receipt is listed with its picture', async (context) => {
  const page = await signedIn('upload@example.com')
  await page.evaluate(`
    window.shares = []
    new MutationObserver(() => {
      const bar = document.querySelector('progress')
      if (bar) shares.push(bar.value)
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  `)
  const { release } = reader.hold(context)
  await upload(page)
  await page.getByText('being read').waitFor()
  assert.equal(await page.evaluate('shares.at(-1)'), 1)
  assert.equal(await page.getByRole('progressbar').count(), 0)
  assert.ok(received.includes(`OPTIONS /receipts/upload ${spa.url}`))
  release()
  await page.getByText('to be checked').waitFor()

  await rows(page).first().locator('img').waitFor()
  await rows(page).first().getByRole('button').click()
  await page.getByRole('dialog').getByRole('img').waitFor()
  const width =
    "(async (image) => (await image.decode(), image.naturalWidth))(document.querySelector('dialog img'))"
  assert.ok((await page.evaluate<number>(width)) > 0)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('an upload whose answer is lost is tried again, and makes one receipt', async () => {
  const page = await signedIn('lost@example.com')
  const loseAnswer = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await page.route('**/receipts/upload', loseAnswer, { times: 1 })
  await upload(page)
  await page.getByRole('alert').getByText('cannot be reached').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await rows(page).first().waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await rows(page).first().waitFor()
  assert.equal(await rows(page).count(), 1)
})

test('a page may read the ETag, and change and delete with it', async () => {
  const page = await signedIn('change@example.com')
  await upload(page)
  await page.getByText('to be checked').waitFor()
  const token = lastToken()
  const answer = await run<{ eTag: string; changed: number; removed: number }>(
    page,
    `(async () => {
      const call = (path, method = 'GET', headers = {}, body = undefined) => fetch('${app.url}' + path, {
        method, body, headers: { Authorization: 'Bearer ${token}', ...headers },
      })
      const { receipts: [{ id }] } = await (await call('/receipts')).json()
      const eTag = (await call('/receipts/' + id)).headers.get('ETag')
      const changed = await call('/receipts/' + id, 'PATCH', {
        'If-Match': eTag, 'Content-Type': 'application/merge-patch+json', 'Idempotency-Key': 'k',
      }, '{"merchant":"Kedai"}')
      const removed = await call('/receipts/' + id, 'DELETE', { 'If-Match': changed.headers.get('ETag') })
      return { eTag, changed: changed.status, removed: removed.status }
    })()`,
  )
  assert.match(answer.eTag, /^"\d+"$/, JSON.stringify(answer))
  assert.deepEqual([answer.changed, answer.removed], [200, 200])
})

test('when its token is refused it gets a new one and repeats the call', async () => {
  const before = issuedTokens().length
  app.cognito.faults.accessToken = { exp: Math.floor(Date.now() / 1000) - 60 }
  const page = await newPage()
  await page.goto(spa.url)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill('expired@example.com')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const expired = await until(() => issuedTokens()[before])
  app.cognito.faults.accessToken = {}
  await page.getByText('You have no receipts yet.').waitFor()
  assert.notEqual(lastToken(), expired)
  const refused = await run(
    page,
    `fetch('${app.url}/auth/me', { headers: { Authorization: 'Bearer ${expired}' } })
      .then((r) => ({ status: r.status, why: r.headers.get('WWW-Authenticate') }))`,
  )
  assert.deepEqual(refused, { status: 401, why: 'Bearer error="invalid_token"' }, 'a page may read why')
})

test('an open page has a new token before the old one expires', async () => {
  const page = await newPage()
  await page.clock.install()
  await signIn(page, spa, 'open@example.com')
  const before = issuedTokens().length
  const renewed = page.waitForResponse(`${app.cognito.domain}/oauth2/token`)
  await page.clock.fastForward('59:30')
  assert.equal((await renewed).status(), 200)
  assert.equal(issuedTokens().length, before + 1)
})

test('after signing out neither its access token nor its refresh token works, and the pool asks again', async () => {
  const page = await signedIn('leaves@example.com')
  const token = lastToken()
  assert.equal(await statusOf(token), 200)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.origin === app.cognito.domain || url.origin === spa.url)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await until(async () => (await statusOf(token)) === 401)
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
  await until(async () => app.cognito.count('/logout') > 0)
  await page.waitForURL(`${spa.url}/`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').waitFor()
})

test('an origin that is not on the list is refused, its token notwithstanding', async () => {
  const page = await signIn(await newPage(), stranger, 'stranger@example.com')
  await page.getByRole('alert').getByText('Failed to fetch').waitFor()
  assert.equal(await statusOf(lastToken()), 200, 'the token itself is good')
  await upload(page)
  await page.getByRole('alert').getByText('cannot be reached').waitFor()
  const sent = received.filter((line) => line.endsWith(stranger.url))
  assert.ok(sent.length > 0)
  assert.deepEqual(
    sent.filter((line) => !line.startsWith('OPTIONS ')),
    [],
    'nothing but preflights came through',
  )
})
