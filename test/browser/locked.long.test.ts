import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { projectRoot } from '../support/project-root.ts'
import { get, uploaded } from '../support/receipts.ts'
import { createTextLayerReader } from '../support/text-layer-reader.ts'
import { until } from '../support/until.ts'
import { assertAccessible, englishOn, isWide, PHONE, visit } from './person.ts'

/** An image in the page, as far as it is looked at. */
interface ShownPicture {
  naturalWidth: number
  getBoundingClientRect(): { width: number; height: number }
}

const recorded = (name: string) => readFile(join(projectRoot, 'test/recorded/pdf', name))

describe('PDFs on a phone', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp({
      clock: { now: () => new Date() },
      overrides: { reader: createTextLayerReader() },
    })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('a locked one asks for its password where it was added, and is read with it', async () => {
    const { client, page, leave } = await visit(app, browser, 'locked@example.org', {
      viewport: PHONE,
      path: '/app/snap',
    })
    await page.locator('input[type=file][multiple]').setInputFiles({
      name: 'bill.pdf',
      mimeType: 'application/pdf',
      buffer: await recorded('qpdf-user-password.pdf'),
    })
    await page.getByText('This PDF needs its password').waitFor()
    await assertAccessible(page)
    assert.equal(await isWide(page), false)
    const field = page.getByLabel('Password of the PDF')
    await field.fill('wrong')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('The password does not open the PDF', { exact: false }).waitFor()
    await field.fill('user')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('link', { name: 'KEDAI BUKU CONTOH SDN BHD' }).waitFor()
    const [row] = (await get(client, '/receipts')).receipts
    assert.ok(row)
    assert.deepEqual([row.totalSen, row.status], [8640, 'needs_review'])
    await page.goto(`${app.url}/app/receipts/${row.id}`)
    const picture = page.getByRole('img', { name: 'The receipt as it was photographed' })
    await until(() => picture.evaluate((image: ShownPicture) => image.naturalWidth > 0))
    assert.equal(await field.count(), 0)
    await leave()
  })

  test('on its page a locked one asks in Malay too', async () => {
    const { client, page, leave } = await visit(app, browser, 'terkunci@example.org', {
      viewport: PHONE,
      language: 'ms',
    })
    const { id } = await uploaded(client, await recorded('qpdf-user-password.pdf'))
    await page.goto(`${app.url}/app/receipts/${id}`)
    await page.getByLabel('Kata laluan PDF').fill('user')
    assert.deepEqual(await englishOn(page), [])
    await page.getByRole('button', { name: 'Baca', exact: true }).click()
    await page.getByRole('heading', { name: 'KEDAI BUKU CONTOH SDN BHD' }).waitFor()
    await leave()
  })

  test('the pages of one with several are turned, each in its own size', async () => {
    const { client, page, leave } = await visit(app, browser, 'pages@example.org', { viewport: PHONE })
    const { id } = await uploaded(client, await recorded('qpdf-mixed-sizes.pdf'))
    await page.goto(`${app.url}/app/receipts/${id}`)
    const picture = page.getByRole('img', { name: 'The receipt as it was photographed' })
    const shape = () =>
      picture.evaluate((image: ShownPicture) => {
        const { width, height } = image.getBoundingClientRect()
        return image.naturalWidth > 0 ? Math.round((10 * height) / width) : 0
      })
    await page.getByText('Page 1 of 3').waitFor()
    await until(async () => (await shape()) === 14)
    await page.getByRole('button', { name: 'Page 2 of 3' }).click()
    await until(async () => (await shape()) === 100)
    await page.getByRole('button', { name: 'Page 3 of 3' }).click()
    await until(async () => (await shape()) === 13)
    await leave()
  })
})
