import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed, entered } from '../support/claims.ts'
import { createScriptedReader, get, picture, uploaded } from '../support/receipts.ts'
import { until } from '../support/until.ts'
import { isWide, PHONE, visit } from './person.ts'

const YEAR = '2026'

describe('receipts on a phone', () => {
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

  test('many are chosen, confirmed, exported, trashed and taken back, with what became of each', async () => {
    const { client, page, leave } = await visit(app, browser, 'many@example.org', { viewport: PHONE })
    const right = await entered(client, { merchant: 'TOKO BETUL', date: `${YEAR}-03-14`, totalSen: 1_200 })
    await entered(client, { merchant: undefined, date: `${YEAR}-03-14`, totalSen: 3_400 })
    const kept = await claimed(
      client,
      { merchant: 'TOKO DISIMPAN', date: `${YEAR}-02-01`, totalSen: 5_600 },
      'lifestyle-books',
    )
    const stored = async ({ id }: { id: string }) => get(client, `/receipts/${id}`)

    await page.goto(`${app.url}/app/receipts?year=${YEAR}`)
    await page.getByRole('button', { name: 'Choose', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Choose TOKO BETUL' }).check()
    await page.getByRole('checkbox', { name: 'Choose No shop found' }).check()
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('1 receipt was left alone:').waitFor()
    await page.getByText('missing: Shop').waitFor()
    assert.equal((await stored(right)).status, 'confirmed')
    assert.equal(await isWide(page), false)
    await page.getByRole('button', { name: 'Undo' }).click()
    await until(async () => (await stored(right)).status === 'needs_review')

    await page.getByRole('button', { name: 'Choose', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Choose TOKO DISIMPAN' }).check()
    await page.getByRole('button', { name: 'All 3' }).click()
    await page.getByRole('button', { name: 'Export' }).click()
    const started = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Plain table (CSV)' }).click()
    const table = await readFile(await (await started).path(), 'utf8')
    assert.match(table, /TOKO DISIMPAN/)
    await page.getByText('The file is in your downloads.').waitFor()

    await page.getByRole('button', { name: 'Move to trash' }).click()
    const dialog = page.getByRole('dialog')
    // The one whose confirmation was taken back must be kept too.
    await dialog.getByText(/these 2 receipts kept, the last of them until 31 Dec 2034/).waitFor()
    assert.equal((await stored(kept)).trashedAt, null)
    await dialog.getByRole('button', { name: 'Move to trash' }).click()
    await until(async () => (await stored(kept)).trashedAt !== null)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'TOKO DISIMPAN' }).waitFor()
    assert.equal((await stored(kept)).trashedAt, null)
    await leave()
  })

  test('one is entered by hand, gets its certificate, and tells its story', async () => {
    const { client, page, leave } = await visit(app, browser, 'one@example.org', { viewport: PHONE })
    await page.goto(`${app.url}/app/receipts/new?year=${YEAR}`)
    await page.getByRole('textbox', { name: 'Shop' }).fill('KLINIK PERGIGIAN AMAN')
    await page.getByRole('textbox', { name: 'Total' }).fill('1,23,4')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByText('That is no amount. Type it as 42.50.').waitFor()
    await page.getByText('This is needed.').waitFor()
    await page.reload()
    assert.equal(await page.getByRole('textbox', { name: 'Shop' }).inputValue(), 'KLINIK PERGIGIAN AMAN')
    await page.getByRole('textbox', { name: 'Day' }).fill('11/8/2026')
    await page.getByRole('textbox', { name: 'Total' }).fill('42,50')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.waitForURL(/\/app\/check\/[0-9a-f-]{36}/)
    const [typed] = (await get(client, '/receipts')).receipts
    assert.deepEqual(
      [typed?.merchant, typed?.date, typed?.totalSen],
      ['KLINIK PERGIGIAN AMAN', '2026-08-11', 42_50],
    )

    const dentist = await claimed(
      client,
      { merchant: 'KLINIK PERGIGIAN SENYUM', date: `${YEAR}-04-02`, totalSen: 12_000 },
      'medical-dental',
    )
    await page.goto(`${app.url}/app/receipts/${dentist.id}?year=${YEAR}`)
    await page.getByText('You said what it counts for: RM 120.00 as').waitFor()
    await page.getByText('Keep until 31 Dec 2034.').waitFor()
    const missing = page.getByRole('region', { name: 'A certificate is missing.' })
    await missing.getByRole('button', { name: 'Choose a file' }).waitFor()
    await missing
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'sijil.jpg', mimeType: 'image/jpeg', buffer: await picture() })
    await missing.waitFor({ state: 'detached' })
    await page.getByText('You added a certificate.').waitFor()
    const { files } = await get(client, `/receipts/${dentist.id}`)
    assert.deepEqual(
      files.map(({ role }) => role),
      ['certificate'],
    )
    await leave()
  })

  test('a word that was searched for is shown on the picture, a copy beside its twin, a refund with its purchase', async () => {
    const { client, page, leave } = await visit(app, browser, 'pairs@example.org', { viewport: PHONE })
    const first = await uploaded(client)
    await page.goto(`${app.url}/app/receipts?year=${YEAR}&text=physics`)
    await page.getByRole('link', { name: first.merchant ?? '' }).click()
    await page.getByText('“physics” stands on it once.').waitFor()
    await page.locator('[data-mark="found-0"][data-focused]').waitFor()

    const second = await uploaded(client)
    await page.goto(`${app.url}/app/receipts/${second.id}?year=${YEAR}`)
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByRole('heading', { name: 'Is it the same receipt?' }).waitFor()
    await page.getByText('Everything that can be read agrees.').waitFor()
    assert.equal(await isWide(page), false)
    await page.keyboard.press('s')
    await page.waitForURL(new RegExp(`/app/receipts/${first.id}`))
    assert.notEqual((await get(client, `/receipts/${second.id}`)).trashedAt, null)

    const back = await entered(client, { merchant: first.merchant, date: `${YEAR}-03-20`, totalSen: -1_000 })
    await page.goto(`${app.url}/app/receipts/${back.id}?year=${YEAR}`)
    await page.getByRole('button', { name: 'Choose the purchase' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'RM 25.00' }).click()
    await page.getByRole('link', { name: 'RM 25.00' }).click()
    await page.getByRole('heading', { name: 'Money given back for it' }).waitFor()
    await page.getByRole('link', { name: '-RM 10.00' }).click()
    await page.getByRole('button', { name: 'Unlink' }).click()
    await page.getByText('For none of your purchases here.').waitFor()
    await leave()
  })
})
