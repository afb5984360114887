import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { get, picture, uploaded } from '../support/receipts.ts'
import { createReaderOfBoth, SIZE } from '../support/side-by-side.ts'
import { until } from '../support/until.ts'
import { assertAccessible, englishOn, isWide, PHONE, visit } from './person.ts'

describe('a picture of two receipts', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp({
      clock: { now: () => new Date() },
      overrides: { reader: createReaderOfBoth().reader },
    })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('is split with one button where it was added, on a phone', async () => {
    const { client, page, leave } = await visit(app, browser, 'split@example.org', {
      viewport: PHONE,
      path: '/app/snap',
    })
    await page.locator('input[type=file][multiple]').setInputFiles({
      name: 'both.jpg',
      mimeType: 'image/jpeg',
      buffer: await picture(SIZE),
    })
    await page.getByText('There are 2 receipts in this picture', { exact: false }).waitFor()
    await assertAccessible(page)
    assert.equal(await isWide(page), false)
    await page.getByRole('button', { name: 'Split into 2 receipts' }).click()
    await page.getByText('each with the whole picture kept', { exact: false }).waitFor()
    await until(async () => {
      const { receipts } = await get(client, '/receipts')
      return receipts.length === 2 && receipts.every(({ status }) => status === 'needs_review')
    })
    const { receipts } = await get(client, '/receipts')
    assert.deepEqual(receipts.map(({ totalSen }) => totalSen).sort(), [5640, 990])
    await leave()
  })

  test('is split while it is checked, shows each part, and is one again when undone', async () => {
    const { client, page, leave } = await visit(app, browser, 'pisah@example.org', { language: 'ms' })
    const { id } = await uploaded(client, await picture(SIZE))
    await page.goto(`${app.url}/app/check/${id}`)
    const split = page.getByRole('button', { name: 'Pisahkan kepada 2 resit' })
    await split.waitFor()
    await assertAccessible(page)
    assert.deepEqual(await englishOn(page), [])
    await split.click()
    // The offer stays while the pointer is over it.
    const undo = page.getByRole('button', { name: 'Buat asal' })
    await undo.hover()
    await page.getByText('Dipisahkan kepada 2 resit', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'FARMASI SIHAT SDN BHD', exact: false }).waitFor()

    // The frame is as wide as half of the picture: only this receipt's part is seen.
    const shape = () =>
      page
        .locator('img[data-turned]')
        .first()
        .evaluate((image: { parentElement: { parentElement: Shaped } }) => {
          const { width, height } = image.parentElement.parentElement.getBoundingClientRect()
          return Math.round((10 * width) / height)
        })
    await until(async () => (await shape()) === 10)

    // In the list beside it too, without a reload.
    const listed = () =>
      page
        .locator(`img[src*="${id}"][src*="size=thumbnail"]`)
        .first()
        .evaluate((image: Drawn) => Math.round((10 * image.naturalWidth) / image.naturalHeight))
    await until(async () => (await listed()) === 10)

    await undo.click()
    await split.waitFor()
    await until(async () => (await shape()) === 20)
    await until(async () => (await listed()) === 20)
    const { receipts } = await get(client, '/receipts')
    assert.deepEqual(
      receipts.map((one) => one.id),
      [id],
    )
    await leave()
  })

  test('can be one receipt again on its page', async () => {
    const { client, page, leave } = await visit(app, browser, 'whole@example.org', { viewport: PHONE })
    const receipt = await uploaded(client, await picture(SIZE))
    await client.fetch(`/receipts/${receipt.id}/split`, {
      method: 'POST',
      headers: { 'if-match': `"${receipt.version}"` },
    })
    await page.goto(`${app.url}/app/receipts/${receipt.id}`)
    await page.getByText('You split its picture into 2 receipts', { exact: false }).waitFor()
    await page.getByText('Part of a picture with other receipts').waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'It is all one receipt' }).click()
    await page.getByRole('button', { name: 'Split into 2 receipts' }).waitFor()
    assert.equal(await isWide(page), false)
    await leave()
  })
})

interface Shaped {
  getBoundingClientRect(): { width: number; height: number }
}

interface Drawn {
  naturalWidth: number
  naturalHeight: number
}
