import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { entered } from '../support/claims.ts'
import { changed, get } from '../support/receipts.ts'
import { until } from '../support/until.ts'
import { PHONE, visit } from './person.ts'

const SHOP = 'KEDAI BUKU SERI MAJU'

const WORDS = {
  en: {
    noLaw: 'We do not know the law of 2017',
    verdicts: /does not count|nothing to claim|not claimable|%/i,
    check: 'Check 1 receipt',
    next: 'Right, next',
    confirmed: `${SHOP} is confirmed.`,
  },
  ms: {
    noLaw: 'Kami tidak tahu undang-undang bagi 2017',
    verdicts: /tidak dikira|tiada yang boleh dituntut|%/i,
    check: 'Semak 1 resit',
    next: 'Betul, seterusnya',
    confirmed: `${SHOP} disahkan.`,
  },
} as const

describe('a receipt of a year without law', () => {
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

  for (const language of ['en', 'ms'] as const) {
    test(`is never said not to count, only that its law is not known (${language})`, async () => {
      const words = WORDS[language]
      const { client, page, leave } = await visit(app, browser, `${language}@example.org`, {
        language,
        viewport: PHONE,
      })
      const old = await entered(client, { merchant: SHOP, date: '2017-03-01' })
      const says = async (times: number) => {
        await page
          .getByText(words.noLaw)
          .nth(times - 1)
          .waitFor()
        const text = await page.locator('main').innerText()
        assert.equal(text.split(words.noLaw).length - 1, times, text)
        assert.doesNotMatch(text, words.verdicts)
      }

      await page.goto(`${app.url}/?year=2017`)
      // Of the year, and of the receipt.
      await says(2)
      await page.goto(`${app.url}/app/receipts?year=2017`)
      await page.getByRole('link', { name: SHOP }).waitFor()
      await says(1)
      await page.goto(`${app.url}/?year=2017`)
      await page.getByRole('link', { name: words.check }).click()
      await page.getByRole('heading', { name: SHOP }).waitFor()
      await says(1)
      await page.getByRole('button', { name: words.next }).click()
      await page.getByText(words.confirmed).waitFor()
      await until(async () => (await get(client, `/receipts/${old.id}`)).status === 'confirmed')
      assert.equal((await get(client, '/receipts/queue')).count, 0)
      await page.goto(`${app.url}/app/receipts/${old.id}`)
      await says(1)
      await page.goto(`${app.url}/app/receipts?year=2017`)
      await page.getByRole('link', { name: SHOP }).waitFor()
      await says(1)
      await leave()
    })
  }

  test('gets its suggestion as soon as its day is one of a known year', async () => {
    const { client, page, leave } = await visit(app, browser, 'ana@example.org')
    const old = await entered(client, { merchant: SHOP, date: '2017-03-01' })
    await page.goto(`${app.url}/app/check/${old.id}?year=2017`)
    await page.getByText(WORDS.en.noLaw).waitFor()
    await changed(client, old, { method: 'PATCH', body: { date: '2026-03-01' } })
    await page.reload()
    await page
      .getByText(/counts$/)
      .first()
      .waitFor()
    assert.equal(await page.getByText(WORDS.en.noLaw).count(), 0)
    await leave()
  })
})
