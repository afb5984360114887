import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { WEB_DIST } from '../../server/web-build.ts'
import { signUp, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { createScriptedReader, uploaded } from '../support/receipts.ts'
import { until } from '../support/until.ts'
import { fillInAccount, navigation, visit, visitSignedOut } from './person.ts'

/** Waits until the worker is installed and active; it answers from the next visit on. */
const workerIsActive = (page: Page) => page.evaluate('navigator.serviceWorker.ready.then(() => true)')
const isControlled = (page: Page) => page.evaluate('navigator.serviceWorker.controller !== null')

describe('the service worker', () => {
  let dist: string
  let app: TestApp
  let browser: Browser

  before(async () => {
    dist = await mkdtemp(join(tmpdir(), 'web-dist-'))
    await cp(WEB_DIST, dist, { recursive: true })
    app = await startApp({ webDist: dist, overrides: { reader: createScriptedReader().reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
    await rm(dist, { recursive: true, force: true })
  })

  test('answers the pages of the app from its cache, without a complaint about the policy, and nothing else', async () => {
    const { client, context, page, leave } = await visit(app, browser, 'ana@example.org', {
      serviceWorkers: 'allow',
    })
    const receipt = await uploaded(client)
    await workerIsActive(page)

    for (const path of ['/', '/?year=2025', '/app/receipts?status=confirmed']) {
      const response = await page.goto(app.url + path)
      assert.equal(response?.fromServiceWorker(), true, path)
      await navigation(page).waitFor()
      assert.equal(await isControlled(page), true)
    }
    const original = `/receipts/${receipt.id}/file`
    // A page of its own: the browser's viewers of JSON and pictures style themselves and complain about every policy.
    const viewer = await context.newPage()
    for (const path of ['/docs', '/openapi.json', '/health/live', '/auth/me', original]) {
      const response = await viewer.goto(app.url + path)
      assert.deepEqual([response?.status(), response?.fromServiceWorker()], [200, false], path)
    }
    // With a session, the sign-in leads back at once; without, to the provider's page.
    await page.goto(`${app.url}/auth/login?returnTo=/app/reliefs`)
    assert.equal(new URL(page.url()).pathname, '/app/reliefs')
    await leave()
  })

  test('keeps neither an answer of the API nor a picture', async () => {
    const { client, page, leave } = await visit(app, browser, 'ben@example.org', { serviceWorkers: 'allow' })
    await uploaded(client)
    await workerIsActive(page)
    await page.goto(`${app.url}/app/receipts`)
    await page.getByText('KEDAI BUKU MAJU SDN BHD').first().waitFor()
    const cached = await page.evaluate<string[]>(`(async () => {
      const names = await caches.keys()
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return lists.flat().map(({ url }) => new URL(url).pathname)
    })()`)
    assert.ok(cached.includes('/') && cached.length > 10)
    assert.deepEqual(
      cached.filter(
        (path) => !/^\/(|mark[\w-]*\.\w+|manifest\.webmanifest|app\/assets\/[\w.-]+)$/.test(path),
      ),
      [],
    )
    await leave()
  })

  test('a person signs in, out and in again with the worker installed', async () => {
    await signUp(app, 'cik@example.org')
    const { page, leave } = await visitSignedOut(browser)
    await page.goto(app.url)
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await workerIsActive(page)
    for (const round of [1, 2]) {
      const response = await page.goto(`${app.url}/app/receipts`)
      assert.equal(response?.fromServiceWorker(), true, `round ${round}`)
      await page.getByRole('link', { name: 'Sign in' }).click()
      await fillInAccount(page, 'cik@example.org')
      await navigation(page).waitFor()
      assert.equal(new URL(page.url()).pathname, '/app/receipts')
      await page.getByRole('button', { name: 'Account' }).filter({ visible: true }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await page.getByRole('link', { name: 'Sign in' }).waitFor()
      assert.equal(await page.evaluate("fetch('/auth/me').then(({ status }) => status)"), 401)
    }
    await leave()
  })

  test('a new version says so, starts when asked, and leaves other tabs alone', async () => {
    const { context, page, leave } = await visit(app, browser, 'din@example.org', { serviceWorkers: 'allow' })
    await workerIsActive(page)
    await page.reload()
    await navigation(page).waitFor()
    const other = await context.newPage()
    await other.goto(`${app.url}/app/reliefs`)
    await other.evaluate('window.typed = "something"')

    await release(dist, 'Version 2')
    await page.reload()
    const bar = page.getByRole('status').filter({ hasText: 'There is a new version.' })
    await bar.getByText('There is a new version.').waitFor()
    assert.equal(await other.title(), 'Malaysian Tax Tracker')
    assert.equal(await page.title(), 'Malaysian Tax Tracker')
    await bar.getByRole('button', { name: 'Reload' }).click()
    await until(async () => (await page.title().catch(() => '')) === 'Version 2')
    await navigation(page).waitFor()
    assert.equal(await isControlled(page), true)
    assert.equal(await bar.count(), 0)
    assert.equal(await other.evaluate('window.typed'), 'something')
    await leave()
  })
})

/** Puts another version of the page into a build, as the next release would. */
async function release(dist: string, title: string) {
  const [page, worker] = [join(dist, 'index.html'), join(dist, 'sw.js')]
  await writeFile(page, (await readFile(page, 'utf8')).replace(/<title>[^<]*/, `<title>${title}`))
  const before = await readFile(worker, 'utf8')
  const after = before.replace(/(url:"\/",revision:)"\w+"/, '$1"another"')
  assert.notEqual(after, before)
  await writeFile(worker, after)
}
