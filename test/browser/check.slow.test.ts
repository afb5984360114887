import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { entered } from '../support/claims.ts'
import { changed, createScriptedReader, fileForm, get, picture, uploaded } from '../support/receipts.ts'
import { until } from '../support/until.ts'
import { assertAccessible, isWide, PHONE, tabTo, visit } from './person.ts'

const YEAR = '2026'
const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: `${YEAR}-03-14`, totalSen: 89_90 }
const FOOD = { merchant: 'RESTORAN SELERA KAMPUNG', date: `${YEAR}-03-15`, totalSen: 72_10 }

describe('checking receipts', () => {
  const scripted = createScriptedReader()
  let app: TestApp
  let browser: Browser
  let people = 0
  const email = () => `check${people++}@example.org`
  before(async () => {
    app = await startApp({ overrides: { reader: scripted.reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('confirms with one button, counts, moves on and ends with nothing to do', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { viewport: PHONE })
    await entered(client, BOOKS)
    await entered(client, FOOD)
    await page.goto(`${app.url}/?year=${YEAR}`)
    await page.getByRole('link', { name: 'Check 2 receipts' }).click()
    await page.getByText('1 of 2').waitFor()
    await assertAccessible(page)
    assert.equal(await isWide(page), false)
    // The button stands in reach of the thumb, the fields above it.
    const button = page.getByRole('button', { name: 'Right, next' })
    const box = await button.boundingBox()
    assert.ok(box && box.y + box.height <= PHONE.height)
    await button.click()
    await page.getByText('does not count.').or(page.getByText('counts.')).first().waitFor()
    await page.getByText('2 of 2').waitFor()
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.getByRole('heading', { name: 'All done' }).waitFor()
    const { receipts } = await get(client, `/receipts?yearOfAssessment=${YEAR}` as '/receipts')
    assert.deepEqual(
      receipts.map(({ status }) => status),
      ['confirmed', 'confirmed'],
    )
    const claims = await get(client, `/tax-years/${YEAR}/claims` as '/tax-years/2026/claims')
    assert.equal(claims.undecided.receipts.length, 0)
    await leave()
  })

  test('shows picture, first fields and button together after an upload on a phone', async () => {
    const { page, leave } = await visit(app, browser, email(), { path: '/app/snap', viewport: PHONE })
    const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await picture() }
    await page.locator('input[type=file][multiple]').setInputFiles(file)
    await page.getByRole('link', { name: 'Check 1 receipt' }).click()
    const parts = [
      page.getByAltText('The receipt as it was photographed'),
      page.getByRole('button', { name: /^Total / }),
      page.getByRole('button', { name: 'Right, next' }),
    ]
    for (const part of parts) {
      await part.waitFor()
      const box = await part.boundingBox()
      assert.ok(box && box.y >= 0 && box.y + box.height <= PHONE.height, `${part} at ${JSON.stringify(box)}`)
    }
    assert.equal(await page.evaluate('scrollY'), 0)
    await leave()
  })

  test('shows the next receipt with its picture at once, whatever the network does', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { viewport: PHONE })
    for (const merchant of ['PERTAMA', 'KEDUA']) {
      await changed(client, await uploaded(client), { method: 'PATCH', body: { ...BOOKS, merchant } })
    }
    await page.goto(`${app.url}/app/check?year=${YEAR}`)
    const photographs = page.getByAltText('The receipt as it was photographed').and(page.locator('img'))
    // The second one has been fetched once its picture stands behind the first.
    await until(async () => (await photographs.count()) === 2)
    const first = await page.getByRole('heading', { level: 1 }).textContent()
    await page.route(/\/receipts\//, () => {})
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.getByRole('heading', { level: 1, name: first === 'KEDUA' ? 'PERTAMA' : 'KEDUA' }).waitFor()
    assert.ok(await photographs.first().isVisible())
    await page.unrouteAll()
    await leave()
  })

  test('turns the pages of a receipt by a swipe', async () => {
    const { client, context, page, leave } = await visit(app, browser, email(), {
      viewport: PHONE,
      hasTouch: true,
    })
    const receipt = await uploaded(client)
    const added = await client.fetch(`/receipts/${receipt.id}/files?role=receipt`, {
      method: 'POST',
      headers: { 'if-match': `"${receipt.version}"` },
      body: fileForm(await picture()),
    })
    assert.equal(added.status, 201)
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByText('Page 1 of 2').waitFor()
    const touch = await context.newCDPSession(page)
    const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 200 }] })
    for (const [from, to, at] of [
      [300, 80, 2],
      [80, 300, 1],
    ] as const) {
      await finger('touchStart', from)
      await finger('touchMove', to)
      await finger('touchEnd')
      await page.getByText(`Page ${at} of 2`).waitFor()
    }
    await leave()
  })

  test('takes the last answer back within ten seconds', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const receipt = await entered(client, BOOKS)
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('To check').first().waitFor()
    await until(async () => (await get(client, `/receipts/${receipt.id}`)).status === 'needs_review')
    await leave()
  })

  test('a double click or a held key confirms one receipt, not the next one too', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    for (const n of [1, 2, 3, 4])
      await entered(client, { ...BOOKS, merchant: `KEDAI BUKU ${n}`, totalSen: n * 10_00 })
    await page.goto(`${app.url}/app/check?year=${YEAR}`)
    await page.getByText('0 of 4 done').waitFor()
    await page.getByRole('button', { name: 'Right, next' }).dblclick()
    await page.getByText('1 of 4 done').waitFor()
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await page.getByText('2 of 4 done').waitFor()
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.getByText('3 of 4 done').waitFor()
    await leave()
  })

  test('an answer that was sent too soon is sent again by itself', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const receipt = await entered(client, BOOKS)
    const early = {
      status: 429,
      headers: { 'Retry-After': '1' },
      contentType: 'application/problem+json',
      body: '{}',
    }
    await page.route('**/confirm', (route) => route.fulfill(early), { times: 1 })
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    assert.equal((await get(client, `/receipts/${receipt.id}`)).status, 'confirmed')
    await leave()
  })

  test('is done by keyboard alone: a receipt is corrected and two are confirmed', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    await entered(client, FOOD)
    const first = await entered(client, BOOKS)
    await page.goto(`${app.url}/?year=${YEAR}`)
    await tabTo(page, 'link', /Check 2 receipts/)
    await page.keyboard.press('Enter')
    await page.getByText('0 of 2 done').waitFor()
    await page.locator('h1:focus', { hasText: BOOKS.merchant }).waitFor()
    // j and k move through the queue.
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: FOOD.merchant }).waitFor()
    await page.keyboard.press('k')
    await page.getByRole('heading', { name: BOOKS.merchant }).waitFor()
    await tabTo(page, 'button', /^Total /)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: /Total/ }).waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('99.90')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /^Total RM\s99\.90/ }).waitFor()
    await tabTo(page, 'button', /Right, next/)
    await page.keyboard.press('Enter')
    await page.getByText('1 of 2 done').waitFor()
    await page.locator('h1:focus', { hasText: FOOD.merchant }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'All done' }).waitFor()
    const corrected = await get(client, `/receipts/${first.id}`)
    assert.deepEqual([corrected.totalSen, corrected.status], [99_90, 'confirmed'])
    await leave()
  })

  for (const [typed, sen] of [
    ['42,50', 42_50],
    ['1,234.50', 1_234_50],
    ['12,50', 12_50],
    ['1234,50', 1_234_50],
    ['RM 7', 7_00],
  ] as const) {
    test(`B05: ${typed} typed as the total is RM ${(sen / 100).toFixed(2)}`, async () => {
      const { client, page, leave } = await visit(app, browser, email())
      const receipt = await entered(client, BOOKS)
      await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
      await page.getByRole('button', { name: /^Total / }).click()
      await page.getByRole('textbox', { name: /Total/ }).fill(typed)
      await page.getByRole('textbox', { name: /Total/ }).press('Tab')
      await until(async () => (await get(client, `/receipts/${receipt.id}`)).totalSen === sen)
      await leave()
    })
  }

  test('says what is wrong with an amount or a day, and keeps what was typed through a reload', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const receipt = await entered(client, BOOKS)
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: /^Total / }).click()
    const total = page.getByRole('textbox', { name: /Total/ })
    await total.fill('1,23,4')
    await total.press('Tab')
    await page.getByText('That is no amount').waitFor()
    await page.reload()
    assert.equal(await page.getByRole('textbox', { name: /Total/ }).inputValue(), '1,23,4')
    assert.equal((await get(client, `/receipts/${receipt.id}`)).totalSen, BOOKS.totalSen)
    await leave()
  })

  test('asks for the currency of an amount that names none, and counts nothing before', async (t) => {
    scripted.answer(t, ['BOOK CORNER', `DATE: 14/03/${YEAR}`, 'TOTAL $18.40'])
    const { client, page, leave } = await visit(app, browser, email(), { viewport: PHONE })
    const { id } = await uploaded(client, await picture())
    await page.goto(`${app.url}/app/check?year=${YEAR}`)
    await page.getByText('Once the currency is known').waitFor()
    const currency = page.getByLabel(/^Currency/)
    await currency.fill('RM')
    await currency.press('Enter')
    await currency.blur()
    await until(async () => (await get(client, `/receipts/${id}`)).currency === 'MYR')
    await page.getByText('Once the currency is known').waitFor({ state: 'detached' })
    await leave()
  })

  test('asks whether an amount is in ringgit where nothing says so, and takes one tap for the answer', async (t) => {
    scripted.answer(t, ['KLINIK RAJAN', `DATE: 14/03/${YEAR}`, 'TOTAL $45.00'])
    const { client, page, leave } = await visit(app, browser, email(), { viewport: PHONE, language: 'ms' })
    const { id } = await uploaded(client, await picture())
    await page.goto(`${app.url}/app/check?year=${YEAR}`)
    await page.getByText('Adakah ia dalam ringgit?').waitFor()
    await assertAccessible(page)
    assert.equal(await isWide(page), false)
    // Going on without an answer asks again, and confirms nothing.
    await page.getByRole('button', { name: 'Betul, seterusnya' }).click()
    await page.getByRole('alert').getByText('Nyatakan mata wangnya').waitFor()
    const yes = page.getByRole('button', { name: 'Ya, ringgit' })
    assert.ok(await yes.evaluate((button) => button.matches(':focus')))
    await yes.click()
    await yes.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Betul, seterusnya' }).click()
    await until(async () => (await get(client, `/receipts/${id}`)).status === 'confirmed')
    assert.deepEqual((await get(client, `/receipts/${id}`)).evidence.currency, { by: 'person' })
    await leave()
  })

  test('shows days in words, never in an order that depends on the browser', async () => {
    const { client, page, leave } = await visit(app, browser, email(), { locale: 'en-US' })
    const receipt = await entered(client, { ...BOOKS, date: '2026-08-11' })
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: /Tue 11 Aug 2026/ }).waitFor()
    assert.equal(await page.getByText(/\b(08\/11|11\/08|8\/11)/).count(), 0)
    await leave()
  })

  test('splits a receipt and counts nothing of a part that is not decided', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const receipt = await entered(client, { ...FOOD, totalSen: 100_00 })
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: 'Split' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Counts as/).selectOption('lifestyle-books')
    await dialog.getByRole('textbox').fill('60.00')
    await dialog.getByRole('button', { name: 'Add a part' }).click()
    await dialog.getByText('All RM 100.00 placed').waitFor()
    await assertAccessible(page)
    await dialog.getByRole('button', { name: 'Use this split' }).click()
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.getByText('RM 60.00 counts.').waitFor()
    const { allocations } = await get(client, `/receipts/${receipt.id}`)
    assert.deepEqual(
      allocations.map(({ relief, sen }) => [relief, sen]),
      [
        ['lifestyle-books', 60_00],
        [null, 40_00],
      ],
    )
    await leave()
  })

  test('lights where a value was read, and takes a word of the picture into the field', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const receipt = await uploaded(client, await picture())
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: /^Shop / }).click()
    await page.locator('[data-mark="merchant"][data-focused]').waitFor()
    await page.getByRole('button', { name: 'Use “THANK YOU”' }).dispatchEvent('click')
    await until(async () => (await get(client, `/receipts/${receipt.id}`)).merchant === 'THANK YOU')
    await leave()
  })

  test('tells a change from elsewhere with both values, and loses neither', async () => {
    const { client, page, leave } = await visit(app, browser, email())
    const receipt = await entered(client, BOOKS)
    await page.route('**/events', (route) => route.abort())
    await page.goto(`${app.url}/app/check/${receipt.id}?year=${YEAR}`)
    await page.getByRole('button', { name: /^Total / }).click()
    await client.fetch(`/receipts/${receipt.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ totalSen: 50_00 }),
    })
    await page.getByRole('textbox', { name: /Total/ }).fill('108.10')
    await page.getByRole('textbox', { name: /Total/ }).press('Tab')
    await page.getByText('Changed in another tab').waitFor()
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await until(async () => (await get(client, `/receipts/${receipt.id}`)).totalSen === 108_10)
    await leave()
  })
})
