import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { changed, createScriptedReader, get, uploaded } from '../support/receipts.ts'
import { choose, confirm, focused, isWide, PHONE, said, save, visit } from './start-page.ts'

describe('the form of a receipt', () => {
  const script = createScriptedReader()
  let app: TestApp
  let browser: Browser

  before(async () => {
    app = await startApp({ overrides: { reader: script.reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  const show = async (email: string, options = {}) => {
    const visitor = await visit(app, browser, email, options)
    await choose(visitor.page)
    await visitor.page.getByLabel('Shop').waitFor()
    return visitor
  }

  test('Enter saves and does not confirm; what came of it is said where the focus is', async () => {
    const { page, client, leave } = await show('enter@example.org')
    await page.getByLabel('Shop').fill('KEDAI LAIN')
    await page.getByLabel('Shop').press('Enter')
    await said(page, 'Saved.')
    assert.equal(await focused(page), 'message')
    const [receipt] = (await get(client, '/receipts')).receipts
    assert.deepEqual([receipt.merchant, receipt.status], ['KEDAI LAIN', 'needs_review'])

    await confirm(page).click()
    await said(page, 'Confirmed.')
    assert.equal(await focused(page), 'message')
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.accept()
    })
    await page.getByRole('button', { name: 'To the trash' }).click()
    await page.getByText('The receipt is in the trash.').waitFor()
    assert.match(asked.join(), /^The law wants this receipt kept until 31 Dec 2034/)
    assert.equal(await focused(page), 'list-title')
    await leave()
  })

  test('a confirm that is refused keeps what was saved, says at the fields what is missing, and can be repeated', async () => {
    const { page, client, leave } = await show('refused@example.org')
    await page.getByLabel('Shop').fill('')
    await page.getByLabel('Receipt number').fill('A-77')
    await confirm(page).click()
    await said(page, /^Saved, but not confirmed\. .*see the fields marked/)
    assert.equal(await page.locator('#error-merchant').textContent(), 'Shop is needed.')
    assert.equal(await page.getByLabel('Shop').getAttribute('aria-invalid'), 'true')
    assert.equal(await focused(page), 'value-merchant')
    await page.locator('#list').getByText('No name found').waitFor()

    await page.getByLabel('Shop').fill('KEDAI BUKU')
    await confirm(page).click()
    await said(page, 'Confirmed.')
    assert.equal(await page.locator('#error-merchant').textContent(), '')
    const [receipt] = (await get(client, '/receipts')).receipts
    assert.deepEqual([receipt.merchant, receipt.status], ['KEDAI BUKU', 'confirmed'])
    await leave()
  })

  test('an error stands in the form, and goes with the next action', async () => {
    const { page, leave } = await show('words@example.org', PHONE)
    await page.getByLabel('Total (RM)').fill('twenty')
    await save(page).click()
    await said(page, /see the fields marked/)
    assert.equal(await page.locator('#error-totalSen').textContent(), 'Total is not an amount such as 12.50.')
    assert.equal(await focused(page), 'value-totalSen')
    await page.getByLabel('Total (RM)').fill('20')
    await save(page).click()
    await said(page, 'Saved.')
    assert.equal(
      await page
        .locator('.field-error')
        .allTextContents()
        .then((all) => all.join('')),
      '',
    )
    assert.equal(await page.locator('.message.notice').count(), 0)

    await page.route('**/confirm', (route) => route.abort())
    await confirm(page).click()
    const trouble = page.locator('.message.notice')
    await trouble.getByText('The server cannot be reached').waitFor()
    const box = await trouble.boundingBox()
    assert.ok(box && box.y >= 0 && box.y + box.height <= PHONE.viewport.height, 'in sight')
    await leave()
  })

  test('what somebody else changed is shown under what is being typed, and saving works again', async () => {
    const { page, client, leave } = await show('both@example.org')
    const [row] = (await get(client, '/receipts')).receipts
    await changed(client, row, { method: 'PATCH', body: { receiptNumber: 'B-2' } })
    await page.getByLabel('Shop').fill('KEDAI BARU')
    await save(page).click()
    await said(page, /changed in the meantime/)
    assert.equal(await page.getByLabel('Receipt number').inputValue(), 'B-2')
    assert.equal(await page.getByLabel('Shop').inputValue(), 'KEDAI BARU')
    await save(page).click()
    await said(page, 'Saved.')
    const now = await get(client, `/receipts/${row.id}`)
    assert.deepEqual([now.merchant, now.receiptNumber], ['KEDAI BARU', 'B-2'])
    await leave()
  })

  test('a receipt in a foreign currency is labelled so, and confirmed with what it came to in ringgit', async (t) => {
    script.answer(t, ['BOOKS PTE LTD', 'SINGAPORE', 'DATE: 14/03/2026', 'TOTAL SGD 40.00', 'THANK YOU'])
    const { page, client, leave } = await show('sgd@example.org')
    script.reset()
    assert.equal(await page.getByLabel('Total (SGD)').inputValue(), '40.00')
    assert.equal(await page.getByLabel('Total (RM)').count(), 0)
    await confirm(page).click()
    await said(page, /see the fields marked/)
    assert.match(
      (await page.locator('#error-myrSen').textContent()) ?? '',
      /^Paid in ringgit \(RM\) is needed/,
    )
    assert.equal(await focused(page), 'value-myrSen')
    await page.getByLabel('Paid in ringgit (RM)').fill('RM 140.20')
    await page.getByLabel('Paid on').fill('2025-12-31')
    await confirm(page).click()
    await said(page, 'Confirmed.')
    await page.getByText('confirmed · year of assessment 2025').waitFor()
    const [row] = (await get(client, '/receipts')).receipts
    assert.deepEqual(
      [row.currency, row.myrSen, row.paidOn, row.status],
      ['SGD', 14_020, '2025-12-31', 'confirmed'],
    )

    await page.getByLabel('Currency').fill('myr')
    assert.equal(await page.getByLabel('Total (RM)').count(), 1)
    assert.equal(await page.getByLabel('Paid in ringgit (RM)').isVisible(), false)
    await leave()
  })

  test('a receipt that is still being read is looked at again until it is; what was typed stays', async (t) => {
    const reading = script.hold(t)
    const { page, leave } = await visit(app, browser, 'slow@example.org')
    await page.route('**/receipts/upload', (route) =>
      route.continue({ headers: { ...route.request().headers(), prefer: 'respond-async' } }),
    )
    await choose(page)
    await page.locator('#receipt').getByText('being read').waitFor()
    assert.equal(await confirm(page).count(), 0)
    await page.getByLabel('Receipt number').fill('MINE')
    reading.release()
    await said(page, /It has been read/)
    assert.equal(await page.getByLabel('Shop').inputValue(), 'KEDAI BUKU MAJU SDN BHD')
    assert.equal(await page.getByLabel('Receipt number').inputValue(), 'MINE')
    assert.equal(await focused(page), 'value-receiptNumber')
    await page.locator('#list').getByText('to be checked').waitFor()
    await leave()
  })

  test('a suspected duplicate is named, can be opened, and is settled by a person', async () => {
    const { page, client, leave } = await visit(app, browser, 'twice@example.org')
    const first = await uploaded(client)
    await choose(page)
    const suspect = page.locator('.suspect')
    const link = suspect.getByRole('link', { name: /KEDAI BUKU MAJU SDN BHD · 14 Mar 2026 · RM\s25\.00/ })
    await link.waitFor()
    assert.equal(await link.getAttribute('href'), `#${first.id}`)
    const address = await page.locator('#receipt img').getAttribute('src')
    await link.click()
    await page.locator(`#receipt img[src="/receipts/${first.id}/file"]`).waitFor()
    await page.goto(`${app.url}/#${address?.split('/')[2]}`)
    await page.reload()
    await link.waitFor()

    await page.getByLabel('Receipt number').fill('kept')
    await page.getByRole('button', { name: 'They are different' }).click()
    await said(page, 'Noted: they are different.')
    assert.equal(await suspect.count(), 0)
    assert.equal(await page.getByLabel('Receipt number').inputValue(), 'kept')
    const { receipts } = await get(client, '/receipts')
    const { duplicateVerdicts } = await get(client, `/receipts/${receipts[0].id}`)
    assert.deepEqual(duplicateVerdicts, [{ of: first.id, verdict: 'different' }])

    await choose(page, 'third.jpg')
    await page.locator('#progress').getByText('Added a receipt.').waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.locator('#list button').first().click()
    await page.getByRole('button', { name: 'It is the same' }).first().click()
    await said(page, 'Noted: they are the same.')
    assert.equal(await suspect.count(), 1, 'the other one is still to be settled')
    await leave()
  })

  test('a name without a space is no wider than a phone', async () => {
    const { page, leave } = await show('long@example.org', PHONE)
    await page.getByLabel('Shop').fill('PERUSAHAAN'.repeat(11))
    await save(page).click()
    await said(page, 'Saved.')
    assert.equal(await isWide(page), false)
    await leave()
  })
})
