import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { entered } from '../support/claims.ts'
import { createScriptedReader, get, picture } from '../support/receipts.ts'
import { assertAccessible, isWide, PHONE, visit } from './person.ts'

const YEAR = '2026'
const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: `${YEAR}-03-14`, totalSen: 89_90 }

describe('a day without a network', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  const choose = (page: Page, name: string, buffer: Buffer) =>
    page.locator('input[type=file][multiple]').setInputFiles({ name, mimeType: 'image/jpeg', buffer })

  test('the app opens, takes receipts and shows the list of the year; they leave by themselves afterwards', async () => {
    const { client, context, page, leave } = await visit(app, browser, 'ana@example.org', {
      viewport: PHONE,
      serviceWorkers: 'allow',
    })
    await entered(client, BOOKS)
    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor()
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.reload()
    await page.getByRole('link', { name: BOOKS.merchant }).waitFor()

    await context.setOffline(true)
    await page.reload()
    await page.getByText(`Receipts of ${YEAR} as of`).waitFor()
    await page.getByText(BOOKS.merchant).waitFor()
    await page.getByText(/^Offline since \d{1,2}:\d\d$/).waitFor()
    await assertAccessible(page)
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}`)
    await page.getByText('This needs the network').waitFor()
    await assertAccessible(page)

    await page.goto(`${app.url}/app/snap`)
    await choose(page, 'IMG_0001.jpg', await picture())
    await choose(page, 'IMG_0002.jpg', await picture())
    await page.getByRole('heading', { name: '2 receipts wait here' }).waitFor()
    await page.getByText('Only as ana@example.org.').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '2 receipts wait here' }).waitFor()
    await assertAccessible(page)
    assert.equal(await isWide(page), false)

    await context.setOffline(false)
    await page.getByText('Ready to check').nth(1).waitFor()
    await page.getByText('Online').waitFor()
    assert.equal((await get(client, '/receipts')).receipts.length, 3)
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    assert.equal(await page.getByText(/Offline since/).count(), 0)
    await leave()
  })
})
