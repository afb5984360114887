import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { PASSWORD, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed, entered } from '../support/claims.ts'
import { get } from '../support/receipts.ts'
import { RECORDED_EXAMPLES, tabTo, visit, visitSignedOut } from './person.ts'

const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: '2026-03-14', totalSen: 89_90 }

/** The ten examples in the order of the queue. */
const SHOPS = [
  'KEDAI BUKU SERI MAJU',
  'KLINIK PERGIGIAN SENYUM',
  'RESTORAN SELERA KAMPUNG',
  'TADIKA MENTARI',
  'JALUR LEBAR NUSA SDN BHD',
  'PASAR MINI RAYA',
  'STESEN MINYAK SERI BANGI',
  'GEDUNG KOMPUTER ANGSANA SDN BHD',
  'KLINIK KELUARGA IMPIAN',
  'GIMNASIUM CERGAS JAYA SDN BHD',
]

describe('a person with a keyboard alone', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp({ env: RECORDED_EXAMPLES })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('creates an account, and checks the ten examples', async () => {
    const { page, leave } = await visitSignedOut(browser)
    const { keyboard } = page
    await page.goto(`${app.url}/?year=2026`)
    await page.getByRole('link', { name: 'Create an account' }).waitFor()
    await tabTo(page, 'link', 'Create an account')
    await keyboard.press('Enter')
    await page.locator('input[name=email]:focus').waitFor()
    await keyboard.type('ana@example.org')
    await keyboard.press('Tab')
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')
    await page.getByRole('button', { name: /Try it with ten/ }).waitFor()
    await tabTo(page, 'button', /Try it with ten/)
    await keyboard.press('Enter')

    await page.getByRole('link', { name: 'Check 10 receipts' }).waitFor()
    await tabTo(page, 'link', 'Check 10 receipts')
    await keyboard.press('Enter')
    for (const shop of SHOPS) {
      await page.locator('h1:focus', { hasText: shop }).waitFor()
      await keyboard.press('Enter')
    }
    await page.getByRole('heading', { name: 'All done' }).waitFor()
    await tabTo(page, 'link', 'See what it comes to')
    await keyboard.press('Enter')

    await page.getByLabel(/What do you earn in 2026/).waitFor()
    await tabTo(page, 'textbox', /What do you earn in 2026/)
    await keyboard.type('84,000')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: /It saves you about RM\s?\d/ }).waitFor()
    await leave()
  })

  test('finds an old receipt and corrects it', async () => {
    const { client, page, leave } = await visit(app, browser, 'ben@example.org')
    const old = await claimed(client, BOOKS, 'lifestyle-books')
    await entered(client, { ...BOOKS, merchant: 'TOKO LAIN', totalSen: 5_00 })
    await page.goto(`${app.url}/?year=2026`)
    await page.locator('h1').waitFor()
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search receipts' }).waitFor()
    await page.keyboard.type('seri maju')
    await page.getByRole('link', { name: /TOKO LAIN/ }).waitFor({ state: 'detached' })
    await tabTo(page, 'link', /KEDAI BUKU SERI MAJU/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: BOOKS.merchant }).waitFor()
    await tabTo(page, 'button', /^Day /)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: /Day/ }).waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('15/3/2026')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /Sun 15 Mar 2026/ }).waitFor()
    assert.equal((await get(client, `/receipts/${old.id}`)).date, '2026-03-15')
    await leave()
  })
})
