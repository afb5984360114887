import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium, PATIENCE } from '../support/chromium.ts'
import { type CognitoApp, startCognitoApp } from '../support/platforms.ts'

let app: CognitoApp
let browser: Browser
/** A page of somebody else. */
let evil: Server
let evilUrl: string

before(async () => {
  // So many groups make each token about twice as long as a cookie may be.
  app = await startCognitoApp({ cognito: { groups: 150, rotation: { graceSeconds: 10 } } })
  evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<form method="post" action="${app.url}/auth/logout"><button>Win</button></form>`)
  })
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
  evilUrl = `http://localhost:${(evil.address() as { port: number }).port}/`
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
  await app?.close()
  evil?.closeAllConnections()
  evil?.close()
})

async function signedIn(email: string, path = '/auth/login') {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(app.url + path)
  await page.locator('input[name=email]').fill(email)
  await page.locator('button').click()
  await page.waitForURL((url) => url.origin === app.url && !url.pathname.startsWith('/auth/'))
  return { context, page }
}

/** An answer the page got, or why it got none. */
interface Fetched {
  status: number
  body: Record<string, unknown>
  error: string
}

/** What a script of the page gets. */
const fetchIn = (page: Page, path: string, method = 'GET'): Promise<Fetched> =>
  page.evaluate(
    `fetch('${path}', { method: '${method}' })
      .then(async (r) => ({ status: r.status, body: await r.json().catch(() => null) }))
      .catch((error) => ({ error: String(error) }))`,
  )

const tokenNames = async (context: BrowserContext) =>
  (await context.cookies(`${app.url}/auth/me`)).map(({ name }) => name).filter((name) => /_token/.test(name))

test('the browser refuses an answer without CORS headers', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(evilUrl)
  assert.match((await fetchIn(page, `${app.url}/health/live`)).error, /Failed to fetch/)
})

test('tokens longer than a cookie survive sign-in, refresh and use, out of reach of scripts', async () => {
  const { context, page } = await signedIn('long@example.com', '/receipts')
  assert.equal(page.url(), `${app.url}/receipts`)
  await page.goto(app.url)
  const names = await tokenNames(context)
  assert.deepEqual(
    names.filter((name) => /^(access|id)_token$/.test(name)),
    [],
  )
  assert.ok(names.includes('access_token.1') && names.includes('id_token.1'), names.join(' '))
  for (const cookie of await context.cookies(`${app.url}/auth/me`)) {
    assert.ok(cookie.name.length + cookie.value.length < 4096)
    assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Lax'])
  }
  assert.equal(await page.evaluate('document.cookie'), '')

  assert.equal((await fetchIn(page, '/receipts')).status, 200)
  assert.equal((await fetchIn(page, '/auth/me')).body.email, 'long@example.com')
  const refreshed = await fetchIn(page, '/auth/refresh', 'POST')
  assert.equal(refreshed.status, 200)
  assert.deepEqual(Object.keys(refreshed.body), ['expiresAt'])
  assert.equal((await fetchIn(page, '/auth/me')).status, 200)
})

test('two tabs that refresh at once both end signed in', async () => {
  const { context, page } = await signedIn('two@example.com')
  const tab = await context.newPage()
  await tab.goto(app.url)
  const answers = await Promise.all([page, tab].map((each) => fetchIn(each, '/auth/refresh', 'POST')))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  )
  for (const each of [page, tab]) assert.equal((await fetchIn(each, '/auth/me')).status, 200)
  assert.equal((await fetchIn(tab, '/auth/refresh', 'POST')).status, 200)
})

test('the form of the sign-out page leads through the Hosted UI and back; every part of the tokens is gone', async () => {
  const { context, page } = await signedIn('form@example.com')
  // From another site the link asks first.
  await page.goto(evilUrl)
  await page.evaluate(`location.assign('${app.url}/auth/logout')`)
  const visited: string[] = []
  page.on('request', (request) => visited.push(request.url()))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${app.url}/`)
  assert.ok(
    visited.some((url) => url.startsWith(`${app.cognito.domain}/logout?`)),
    visited.join(' '),
  )
  assert.deepEqual(await tokenNames(context), [])
  assert.equal((await fetchIn(page, '/auth/me')).status, 401)
  await page.goto(`${app.url}/auth/login`)
  await page.locator('input[name=email]').waitFor()
})

test('another site can neither sign a person out nor read or change anything by their cookies', async () => {
  const { context, page } = await signedIn('victim@example.com')
  await page.goto(evilUrl)
  await page.locator('button').click()
  await page.waitForURL(`${app.url}/auth/logout`)
  assert.ok((await tokenNames(context)).length >= 5, 'they are still there')
  await page.goto(evilUrl)
  for (const method of ['GET', 'DELETE']) {
    const { error } = await page.evaluate<{ error: string }>(
      `fetch('${app.url}/me/sessions/x', { method: '${method}', credentials: 'include' })
        .then(() => ({}), (error) => ({ error: String(error) }))`,
    )
    assert.match(error, /Failed to fetch/)
  }
  await page.goto(app.url)
  assert.equal((await fetchIn(page, '/auth/me')).status, 200)
})
