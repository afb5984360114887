import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed, entered } from '../support/claims.ts'
import { damageReceipt } from '../support/damage.ts'
import { projectRoot } from '../support/project-root.ts'
import { createScriptedReader, get, picture, upload, uploaded } from '../support/receipts.ts'
import { stated } from '../support/taxpayer.ts'
import { until } from '../support/until.ts'
import { addSession, assertAccessible, DESK, englishOn, isWide, PHONE, settled, visit } from './person.ts'

const YEAR = '2026'
const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: `${YEAR}-03-14`, totalSen: 89_90 }

describe('the app', () => {
  let app: TestApp
  let browser: Browser
  let people = 0
  const email = () => `app${people++}@example.org`
  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  const choose = (page: Page, name: string, buffer: Buffer, mimeType = 'image/jpeg') =>
    page.locator('input[type=file][multiple]').setInputFiles({ name, mimeType, buffer })

  for (const language of ['en', 'ms'] as const) {
    test(`shows every screen in ${language} without an error, a blocked style or an axe finding`, async () => {
      const { client, page, leave } = await visit(app, browser, email(), { language, viewport: PHONE })
      const confirmed = await claimed(client, BOOKS, 'lifestyle-books')
      await entered(client, { ...BOOKS, merchant: 'TOKO BUKU CENDEKIA', totalSen: 12_00 })
      const statement = await stated(client, Number(YEAR), 'insurance')
      const copy = await entered(client, { ...BOOKS, merchant: 'TOKO BUKU CENDEKIA', totalSen: 12_00 })
      for (const path of [
        '/',
        '/app/snap',
        '/app/receipts',
        `/app/receipts/${confirmed.id}`,
        `/app/receipts/${copy.id}/duplicates`,
        '/app/receipts?trash=true',
        '/app/receipts/new',
        '/app/check',
        '/app/reliefs',
        '/app/reliefs?relief=lifestyle',
        '/app/year/interview',
        '/app/year/interview/parents',
        '/app/year/statements',
        `/app/year/statements/${statement.id}`,
        '/app/year',
        '/app/year/file',
        '/app/year/pcb',
        '/app/account',
        '/app/nothing-here',
      ]) {
        await page.goto(`${app.url}${path}${path.includes('?') ? '&' : '?'}year=${YEAR}`)
        await settled(page)
        await assertAccessible(page)
        assert.equal(await isWide(page), false, path)
        const english = await englishOn(page)
        if (language === 'ms') assert.deepEqual(english, [], path)
        else assert.ok(english.length > 0, path)
      }
      await page.setViewportSize(DESK)
      await page.goto(`${app.url}/?year=${YEAR}`)
      await page.locator('h1').waitFor()
      await assertAccessible(page)
      await leave()
    })
  }

  test('shows a visitor what it is for, at every address, and leads back there after signing in', async () => {
    const context = await browser.newContext({ viewport: PHONE })
    const page = await context.newPage()
    await page.goto(`${app.url}/app/receipts?year=2025`)
    await page.getByRole('heading', { name: /Photograph a receipt/ }).waitFor()
    await assertAccessible(page)
    const signIn = page.getByRole('link', { name: 'Sign in' })
    assert.match((await signIn.getAttribute('href')) ?? '', /returnTo=%2Fapp%2Freceipts%3Fyear%3D2025/)
    await context.close()
  })

  test('draws the first screen once and whole, as soon as its code and its data are there', async () => {
    const { client, context, leave } = await visit(app, browser, email())
    await claimed(client, BOOKS, 'lifestyle-books')
    // The app draws what it has after 300 ms at the latest. Here they never pass, so that nothing may wait for them.
    await context.addInitScript(`{
      const later = setTimeout
      window.setTimeout = (task, ms, ...more) => (ms === 300 ? 0 : later(task, ms, ...more))
      window.placeholders = 0
      new MutationObserver(() => {
        placeholders += document.querySelectorAll('[aria-busy=true]').length
      }).observe(document, { childList: true, subtree: true })
    }`)
    const page = await context.newPage()
    await page.goto(`${app.url}/?year=${YEAR}`)
    await page.getByRole('heading', { name: 'relief found' }).waitFor()
    assert.equal(await page.evaluate('placeholders'), 0)
    await leave()
  })

  test('adds files, says what became of each, and sends none twice', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { path: '/app/snap', viewport: PHONE })
    const bytes = await picture()
    await choose(page, 'IMG_0001.jpg', bytes)
    await page.getByText('Ready to check').waitFor()
    await choose(page, 'IMG_0001.jpg', bytes)
    await page.getByText('This file was here already.').waitFor()
    await choose(page, 'notes.txt', Buffer.from('no receipt'), 'text/plain')
    await page.getByText('This file was not taken').waitFor()
    await assertAccessible(page)
    assert.equal((await get(client, '/receipts')).receipts.length, 1)
    await page.reload()
    await page.getByText('This file was not taken').waitFor()
    await page.getByRole('alert').getByRole('button', { name: 'Remove from the list' }).click()
    await page.getByText('This file was not taken').waitFor({ state: 'detached' })
    // Only a person decides that it is another expense; then the two are shown as suspects.
    await page.getByRole('button', { name: 'Add it all the same' }).click()
    await page.getByText('This file was here already.').waitFor({ state: 'detached' })
    const [copy, first] = await until(async () => {
      const { receipts } = await get(client, '/receipts')
      return receipts.length === 2 && receipts
    })
    const { duplicateSuspects } = await get(client, `/receipts/${copy?.id}`)
    assert.deepEqual(
      duplicateSuspects.map(({ id }) => id),
      [first?.id],
    )
    await leave()
  })

  test('sends a file that was waiting for the network once it is back, also after a reload', async () => {
    const { client, context, page, leave } = await visit(app, browser, email(), { path: '/app/snap' })
    await page.route('**/receipts/upload', (route) => route.abort())
    await choose(page, 'IMG_0002.jpg', await picture())
    await page.getByText('IMG').or(page.getByText('1 page')).first().waitFor()
    assert.equal((await get(client, '/receipts')).receipts.length, 0)
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await page.getByText('Ready to check').waitFor()
    assert.equal((await get(client, '/receipts')).receipts.length, 1)
    await context.setOffline(false)
    await leave()
  })

  test('makes one receipt of an upload whose answer was lost, and does not say that it was here already', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { path: '/app/snap' })
    await page.route('**/receipts/upload', async (route) => {
      const body = route.request().postDataBuffer()
      const { 'content-type': type = '', 'idempotency-key': key = '' } = route.request().headers()
      const headers = { 'content-type': type, 'idempotency-key': key }
      await client.fetch('/receipts/upload', { method: 'POST', headers, body: body && new Uint8Array(body) })
      await route.abort()
    })
    await choose(page, 'IMG_0003.jpg', await picture())
    await until(async () => (await get(client, '/receipts')).receipts.length === 1)
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await page.getByText('Ready to check').waitFor()
    assert.equal((await get(client, '/receipts')).receipts.length, 1)
    await leave()
  })

  test('shows a document mark for an e-invoice, and no broken picture', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const xml = await readFile(join(projectRoot, 'samples/e-invoice-2026-03-14.xml'))
    assert.equal((await upload(client, xml)).status, 201)
    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    await page.getByRole('link', { name: /KEDAI BUKU CONTOH/ }).waitFor()
    assert.equal(await page.locator('main img').count(), 0)
    await page.getByRole('link', { name: /KEDAI BUKU CONTOH/ }).click()
    await page.getByText('An e-invoice has no picture').waitFor()
    await leave()
  })

  test('moves to the trash, undoes it, and restores from the trash', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const receipt = await entered(client, BOOKS)
    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    await page.getByRole('checkbox', { name: `Choose ${BOOKS.merchant}` }).check()
    await page.getByRole('button', { name: 'Move to trash' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor()
    await page.getByRole('checkbox', { name: `Choose ${BOOKS.merchant}` }).check()
    await page.getByRole('button', { name: 'Move to trash' }).click()
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor({ state: 'detached' })
    await page.goto(`${app.url}/app/receipts?trash=true`)
    await page.getByRole('link', { name: BOOKS.merchant }).click()
    await page.getByRole('button', { name: 'Restore it' }).click()
    await page.getByText('This receipt is in the trash').waitFor({ state: 'detached' })
    assert.equal((await get(client, `/receipts/${receipt.id}`)).trashedAt, null)
    await leave()
  })

  test('goes back where a person expects, and keeps filters in the address', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    await entered(client, BOOKS)
    await page.goto(`${app.url}/?year=${YEAR}`)
    await page.getByRole('link', { name: 'Receipts', exact: true }).click()
    await page.getByRole('button', { name: 'Status' }).click()
    await page.getByRole('menuitem', { name: 'To check' }).click()
    await page.waitForURL(/status=needs_review/)
    await page.getByRole('link', { name: BOOKS.merchant }).click()
    await page.waitForURL(/\/app\/receipts\/[0-9a-f-]{36}/)
    await page.goBack()
    await page.waitForURL(/status=needs_review/)
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor()
    await page.goBack()
    await page.goBack()
    await page.waitForURL(new RegExp(`/\\?year=${YEAR}$`))
    await page.locator('h1').waitFor()
    await leave()
  })

  test('keeps what was typed when the session ends, and says so', async () => {
    const { client, context, page, leave } = await visit(app, browser, email())
    const receipt = await entered(client, BOOKS)
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: /^Total / }).click()
    const cookies = await context.cookies()
    await context.clearCookies()
    await page.getByRole('textbox', { name: /Total/ }).fill('77.00')
    await page.getByRole('textbox', { name: /Total/ }).press('Tab')
    await page.getByText('You were signed out').waitFor()
    await context.addCookies(cookies)
    await page.reload()
    assert.equal(await page.getByRole('textbox', { name: /Total/ }).inputValue(), '77.00')
    await leave()
  })

  test('shows what another device changes, by the stream of changes and without it', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const opened = page.waitForResponse((response) => new URL(response.url()).pathname === '/events')
    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    assert.equal((await opened).status(), 200)
    await entered(client, BOOKS)
    // Sooner than it would ask again by itself.
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor({ timeout: 20_000 })

    await page.route('**/events', (route) => route.fulfill({ status: 503 }))
    await page.clock.install()
    await page.reload()
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor()
    await entered(client, { ...BOOKS, merchant: 'TOKO BUKU CENDEKIA' })
    const other = page.getByRole('link', { name: 'TOKO BUKU CENDEKIA' })
    await until(async () => {
      await page.clock.runFor(10_000)
      return (await other.count()) > 0
    })
    await leave()
  })

  test('shows what changed before the stream of changes began', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    await page.clock.install()
    const held = Promise.withResolvers<void>()
    await page.route('**/events', async (route) => {
      await held.promise
      await route.continue()
    })
    const asked = page.waitForRequest('**/events')
    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    await asked
    await page.getByText('No receipts yet').waitFor()
    await entered(client, BOOKS)
    await page.clock.runFor(3_000)
    held.resolve()
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor()
    await leave()
  })

  test('asks for the income once, and then says what the relief saves', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { viewport: PHONE })
    await claimed(client, BOOKS, 'lifestyle-books')
    await page.goto(`${app.url}/?year=${YEAR}`)
    await page.getByText('RM 89.90').first().waitFor()
    await page.getByLabel(/What do you earn in 2026/).fill('84,000')
    await page.getByRole('button', { name: 'Show what I save' }).click()
    await page.getByText(/It saves you about/).waitFor()
    await page
      .getByText(/RM\s17\b/)
      .first()
      .waitFor()
    await leave()
  })

  test('follows the language of the person on every screen, and on every device', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    await page.getByRole('button', { name: 'Bahasa Malaysia' }).click()
    await page.getByRole('heading', { name: /Pelepasan/ }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: /Pelepasan/ }).waitFor()
    assert.equal(await page.evaluate('document.documentElement.lang'), 'ms')
    await leave()
    const other = await browser.newContext({ locale: 'en-MY' })
    await addSession(other, client)
    const phone = await other.newPage()
    await phone.goto(app.url)
    await phone.getByRole('heading', { name: /Pelepasan/ }).waitFor()
    await other.close()
  })

  test('says that a receipt is damaged, and reads its files again', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { viewport: PHONE })
    const receipt = await uploaded(client)
    const other = await uploaded(client)
    await damageReceipt(app, receipt.id, { detail: () => 'no JSON' })
    await damageReceipt(app, other.id, { summary: () => 'no JSON' })
    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    await page.getByText('Damaged', { exact: true }).waitFor()
    for (const path of [`/app/check/${receipt.id}`, `/app/receipts/${receipt.id}`]) {
      await page.goto(`${app.url}${path}?year=${YEAR}`)
      // Behind the receipt to check stands the next one, which is damaged too.
      await page.getByText('cannot be read. Its files are kept.').first().waitFor()
      await assertAccessible(page)
      assert.equal(await isWide(page), false)
    }
    await page.getByRole('button', { name: 'Read the files again' }).click()
    await page.getByText('could not be read and was lost').waitFor()
    await page.getByText('cannot be read. Its files are kept.').waitFor({ state: 'detached' })
    assert.equal((await get(client, `/receipts/${receipt.id}`)).damaged, false)
    await leave()
  })
})
