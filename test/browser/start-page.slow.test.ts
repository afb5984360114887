import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { PASSWORD, startApp, type TestApp } from '../support/app.ts'
import { launchChromium, PATIENCE } from '../support/chromium.ts'
import { createScriptedReader, picture } from '../support/receipts.ts'

describe('the page at /', () => {
  let app: TestApp
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  before(async () => {
    app = await startApp({ env: { SIGN_UP: 'first' }, overrides: { reader: createScriptedReader().reader } })
    browser = await launchChromium()
    page = await browser.newPage({ locale: 'en-MY' })
    page.setDefaultTimeout(PATIENCE)
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text())
    })
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('a newcomer makes an account, uploads a receipt, checks it against its picture and confirms it', async () => {
    await page.goto(app.url)
    await page.getByRole('link', { name: /sign in or make your account/i }).click()
    await page.getByLabel(/e-?mail/i).fill('ana@example.org')
    await page
      .getByLabel(/password/i)
      .first()
      .fill(PASSWORD)
    await page.locator('form button').first().click()
    await page.getByText('Add a receipt').waitFor()
    assert.equal(await page.locator('#who').textContent(), 'ana@example.org')

    const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await picture() }
    await page.locator('#file').setInputFiles(file)
    const merchant = page.getByLabel('Shop')
    await merchant.waitFor()
    assert.equal(await merchant.inputValue(), 'KEDAI BUKU MAJU SDN BHD')
    assert.equal(await page.getByLabel('Date').inputValue(), '2026-03-14')
    assert.equal(await page.getByLabel('Total (RM)').inputValue(), '25.00')
    const mark = await page.locator('.found[data-field="totalSen"]').boundingBox()
    assert.ok(mark && mark.width > 5 && mark.height > 2)

    await page.getByLabel('Total (RM)').fill('26.50')
    await page.getByRole('button', { name: 'It is right: confirm' }).click()
    await page
      .locator('#list')
      .getByText(/14 Mar 2026 · confirmed/)
      .waitFor()
    assert.match((await page.locator('#list .amount').textContent()) ?? '', /RM\s26\.50/)
  })

  test('a file that is no receipt is refused in words', async () => {
    const file = { name: 'notes.txt', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }
    await page.locator('#file').setInputFiles(file)
    await page
      .locator('#troubles')
      .getByText(/notes\.txt: This kind of file cannot be read/)
      .waitFor()
  })

  test('signing out leads back to the welcome, and the session is over', async () => {
    const refused: string[] = []
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(new URL(response.url()).pathname)
    })
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: /sign in or make your account/i }).waitFor()
    assert.deepEqual(refused, ['/auth/me'])
    const cookies = (await page.context().cookies()).map(({ name }) => name)
    assert.ok(!cookies.includes('access_token'))
  })

  test('no page breaks its own Content-Security-Policy, /docs included', async () => {
    await page.goto(`${app.url}/docs`)
    await page.getByRole('heading', { name: 'Malaysian Tax Tracker' }).first().waitFor()
    await page.getByText('Upload a receipt').first().waitFor()
    assert.deepEqual(complaints, [])
  })
})
