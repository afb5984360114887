import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed, entered } from '../support/claims.ts'
import { factsPut } from '../support/taxpayer.ts'
import { assertAccessible, isWide, PHONE, settled, visit } from './person.ts'

const YEAR = 2026
const salary = (ringgit: number) => ({ income: { employment: ringgit * 100 } })

describe('the reliefs of a year, on a phone', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp()
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('lead from the list to one relief, what counts for it, what more of it saves, and its receipts', async () => {
    const { client, page, leave } = await visit(app, browser, 'ana@example.org', { viewport: PHONE })
    // Whatever year it is: what can still be spent is asked in the year itself only.
    await page.clock.setFixedTime(`${YEAR}-08-15T04:00:00Z`)
    await claimed(
      client,
      { merchant: 'KEDAI BUKU SERI MAJU', date: `${YEAR}-03-14`, totalSen: 1_888_00 },
      'lifestyle-books',
    )
    await entered(client, { merchant: 'TOKO BUKU CENDEKIA', date: `${YEAR}-08-08`, totalSen: 89_90 })
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}`)
    await page
      .getByRole('img', { name: /^Lifestyle: RM.1,888 of RM.2,500 counts, RM.89\.90 suggested/ })
      .click()

    await page.getByRole('heading', { name: 'Lifestyle', level: 1 }).waitFor()
    await page.getByText('Books, magazines and newspapers, also digital').waitFor()
    await page.getByText(/Keep the receipts that name the book or device.*until 31.Dec.2034/).waitFor()
    await page.getByRole('link', { name: 'TOKO BUKU CENDEKIA' }).waitFor()
    await page.getByText('What it saves depends on your income.').waitFor()
    const ask = await page.getByRole('link', { name: 'Tell us your income' }).getAttribute('href')
    assert.match(ask ?? '', /\/app\/year\/interview\/work\b/)
    assert.equal(await page.getByRole('navigation', { name: 'Main' }).isVisible(), false)
    await page.getByRole('button', { name: 's. 46(1)(p)' }).click()
    await page.getByText('Section 46(1)(p) of the Income Tax Act 1967').waitFor()
    await assertAccessible(page)
    assert.equal(await isWide(page), false)

    await factsPut(client, YEAR, salary(70_000))
    await page.reload()
    const slider = page.getByRole('slider', { name: 'If you spend more on books' })
    await page.getByText(/^saves RM.55$/).waitFor()
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText(/^saves RM.61$/).waitFor()
    assert.equal((await slider.getAttribute('aria-valuetext'))?.replace(/\s/g, ' '), 'RM 550 more')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    await page.getByText(/^RM.612 more/).waitFor()
    await page.getByText(/^saves RM.67$/).waitFor()

    await page.getByRole('link', { name: 'Reliefs' }).first().click()
    await page.getByText(/^RM.500 more on books saves RM.55\.$/).waitFor()
    assert.match(await page.locator(':focus').innerText(), /^Lifestyle/)

    await factsPut(client, YEAR, salary(20_000))
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}&relief=lifestyle`)
    await page.getByText(/at your income there is no tax to pay/).waitFor()
    await page.getByRole('link', { name: 'TOKO BUKU CENDEKIA' }).click()
    await settled(page)
    assert.match(page.url(), /\/app\/check\//)
    await leave()
  })
})
