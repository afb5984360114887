import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { type Client, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed } from '../support/claims.ts'
import { createScriptedReader, get, picture } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { assertAccessible, englishOn, isWide, PHONE, visit } from './person.ts'

/** A year that is over, so that all of its months are. */
const YEAR = 2025
const GYM = 'PUSAT KECERGASAN TEGAP'
const BILL = [
  GYM,
  'NO 12, JALAN BESAR, 50000 KUALA LUMPUR',
  `DATE: 07/04/${YEAR} 10:15`,
  'MONTHLY MEMBERSHIP 1 x 75.00 75.00',
  'TOTAL RM 75.00',
]

async function bills(client: Client, merchant: string, relief: string, months: number[], totalSen: number) {
  for (const month of months) {
    const date = `${YEAR}-${String(month).padStart(2, '0')}-05`
    await claimed(client, { merchant, date, totalSen }, relief)
  }
}

describe('months of a recurring payment that no receipt shows, on a phone', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader(BILL).reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('the same again, its paper, and it counts', async () => {
    const { client, page, leave } = await visit(app, browser, 'ana@example.org', { viewport: PHONE })
    await factsPut(client, YEAR, { income: { employment: 84_000_00 } })
    await bills(client, GYM, 'sports-gym-training', [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12], 75_00)
    await page.goto(`${app.url}/?year=${YEAR}`)
    await page.getByText('11 of 12 months. April is missing.').waitFor()
    await page.getByText(/^Gym and training: RM.75 more relief, about RM.\d+ less tax\.$/).waitFor()
    await assertAccessible(page)
    assert.equal(await isWide(page), false)

    await page.getByRole('button', { name: /^The same again: RM.75\.00$/ }).click()
    await page.getByText('1 month waits for its paper.').waitFor()
    await page.getByText('Its paper is missing').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('11 of 12 months. April is missing.').waitFor()
    assert.deepEqual((await get(client, '/receipts/queue')).receipts, [])

    await page.getByRole('button', { name: /^The same again/ }).click()
    await page.getByRole('link', { name: 'Check 1 receipt' }).click()
    const paper = page.getByRole('region', { name: 'Its paper is missing.' })
    await paper.waitFor()
    assert.equal(await page.getByRole('button', { name: 'Right, next' }).isDisabled(), true)
    await assertAccessible(page)
    await paper
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'april.jpg',
        mimeType: 'image/jpeg',
        buffer: await picture(),
      })
    await paper.waitFor({ state: 'detached' })
    await page.getByText(`Mon 7 Apr ${YEAR}`).waitFor()
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.getByText('All done').waitFor()
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}&relief=sports`)
    await page.getByText('All 12 are there.').waitFor()
    await leave()
  })

  test('not paid, ended, and asked again, in Malay within the relief', async () => {
    const { client, page, leave } = await visit(app, browser, 'ben@example.org', {
      viewport: PHONE,
      language: 'ms',
      colorScheme: 'dark',
    })
    await bills(client, 'JALUR LEBAR PANTAS', 'lifestyle-internet', [1, 2, 4, 5, 6, 7], 129_00)
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}&relief=lifestyle`)
    await page.getByText('6 daripada 12 bulan. Mac dan Ogos hingga Disember belum ada.').waitFor()
    await assertAccessible(page)
    assert.deepEqual(await englishOn(page), [])
    assert.equal(await isWide(page), false)
    for (const month of ['Ogos', 'September', 'Oktober', 'November', 'Disember'])
      await page.getByRole('button', { name: month, exact: true }).click()
    await page.getByRole('button', { name: 'Tidak dibayar' }).click()
    await page.getByText('Tidak dibayar: Mac.').waitFor()
    await page.getByRole('button', { name: 'Sudah tamat' }).click()
    await page.getByText(`Tamat selepas Julai ${YEAR}.`).waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Tanya semula' }).click()
    await page.getByText('6 daripada 12 bulan. Mac dan Ogos hingga Disember belum ada.').waitFor()
    await leave()
  })
})
