import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { browserOf, PASSWORD, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed } from '../support/claims.ts'
import { createScriptedReader } from '../support/receipts.ts'
import { until } from '../support/until.ts'
import { assertAccessible, navigation, PHONE, visit, visitSignedOut } from './person.ts'

const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: '2026-03-14', totalSen: 89_90 }

describe('the account', () => {
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

  test('ends sessions elsewhere, takes examples in and out, exports and erases everything', async () => {
    const email = 'aisyah@example.org'
    const { client, page, leave } = await visit(app, browser, email, { viewport: PHONE })
    await claimed(client, BOOKS, 'lifestyle-books')
    const [tablet, desk] = [await signIn(app, email), await signIn(app, email)]
    await page.getByRole('button', { name: 'Account' }).filter({ visible: true }).click()
    await page.getByRole('menuitem', { name: 'Account and data' }).click()
    await page.getByRole('heading', { name: 'Signed in on' }).waitFor()

    const others = page.getByRole('button', { name: /^Sign out: / })
    await others.first().click()
    await until(async () => (await others.count()) === 1)
    const statuses = async () =>
      Promise.all([tablet, desk].map(async (one) => (await one.fetch('/auth/me')).status))
    await until(async () => (await statuses()).sort().join() === '200,401')
    await signIn(app, email)
    await page.reload()
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await until(async () => (await statuses()).join() === '401,401')
    assert.equal((await client.fetch('/auth/me')).status, 200)

    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('10 made-up receipts are among yours').waitFor()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('Ten made-up receipts of one year').waitFor()

    const arriving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const download = await arriving
    assert.match(download.suggestedFilename(), /^tax-tracker-.*\.zip$/)
    assert.equal((await readFile(await download.path())).subarray(0, 2).toString(), 'PK')
    await page.getByText(/^Saved, \d/).waitFor()

    await page.getByRole('button', { name: 'Erase', exact: true }).click()
    await page.getByText('The law asks you to keep 1 of these receipts until 31 Dec').waitFor()
    await page.getByText(/^Backups/).waitFor()
    await assertAccessible(page)
    const erase = page.getByRole('button', { name: 'Erase everything' })
    await page.getByRole('textbox').fill('aisyah')
    assert.equal(await erase.isDisabled(), true)
    await page.getByRole('textbox').fill(email)
    await erase.click()
    await page.getByText('Everything of yours on this server is erased, and you are signed out.').waitFor()
    assert.equal(await page.evaluate("fetch('/auth/me').then(({ status }) => status)"), 401)
    await leave()
    const again = browserOf(app)
    const form = await again.navigate('/auth/login')
    assert.equal((await again.submit(form, { email, password: PASSWORD })).status, 422)
  })

  test('is reached in the language of the app, after a mistake too, and the app opens where it was meant to', async () => {
    await signUp(app, 'badrul@example.org')
    const { page, leave } = await visitSignedOut(browser, { viewport: PHONE })
    await page.goto(`${app.url}/app/reliefs?year=2025`)
    await page.getByRole('button', { name: 'Bahasa Malaysia' }).click()
    await page.getByRole('link', { name: 'Log masuk' }).click()
    await page.getByRole('heading', { name: 'Log masuk' }).waitFor()
    await signInAs(page, 'badrul@example.org', 'bukan yang ini')
    await page.getByRole('alert').getByText('E-mel atau kata laluan tidak betul.').waitFor()
    const password = page.locator('input[name=password]')
    assert.equal(await password.evaluate((element) => element.matches(':focus')), true)
    assert.equal(await password.inputValue(), '')
    assert.equal(await page.locator('input[name=email]').inputValue(), 'badrul@example.org')
    await page.getByRole('checkbox', { name: 'Tunjukkan kata laluan' }).check()
    assert.equal(await password.getAttribute('type'), 'text')
    await assertAccessible(page)
    await signInAs(page, 'badrul@example.org', PASSWORD)
    await navigation(page).waitFor()
    const { pathname, search } = new URL(page.url())
    assert.equal(pathname + search, '/app/reliefs?year=2025')
    await page.getByRole('heading', { name: 'Pelepasan' }).first().waitFor()
    await leave()
  })

  test('a language chosen on the sign-in page is that of the app afterwards, and of the account', async () => {
    const client = await signUp(app, 'chong@example.org')
    const { page, leave } = await visitSignedOut(browser)
    await page.goto(`${app.url}/auth/login`)
    await page.getByRole('link', { name: 'BM' }).click()
    await page.getByRole('heading', { name: 'Log masuk' }).waitFor()
    await signInAs(page, 'chong@example.org', PASSWORD)
    await page.getByRole('navigation', { name: 'Utama' }).waitFor()
    await until(async () => {
      const settings = await (await client.fetch('/me/settings')).json()
      return (settings as { language: string | null }).language === 'ms'
    })
    await leave()
  })
})

async function signInAs(page: Page, email: string, password: string) {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button').first().click()
}
