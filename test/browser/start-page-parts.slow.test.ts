import assert from 'node:assert/strict'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { einvoiceXml, wrapped } from '../support/einvoices.ts'
import { pageOf } from '../support/page-of.ts'
import { makePdf } from '../support/pdf.ts'
import { createScriptedReader, LINES, picture, uploaded } from '../support/receipts.ts'
import { choose, focused, PHONE, visit } from './start-page.ts'

type Rectangle = { y: number; height: number }

describe('the parts of the page at /', () => {
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

  test('a newcomer is asked for nothing but who they are: one refusal, no error', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    const errors: string[] = []
    page.on('response', (response) => {
      if (response.status() >= 400) asked.push(new URL(response.url()).pathname)
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(app.url)
    await page.getByRole('link', { name: /sign in or make your account/i }).waitFor()
    assert.deepEqual([asked, errors], [['/auth/me'], []])
    await page.context().close()
  })

  test('a session whose access token ran out goes on', async () => {
    const { page, leave } = await visit(app, browser, 'later@example.org')
    await page.context().clearCookies({ name: 'access_token' })
    await page.reload()
    await page.getByText('Add a receipt').waitFor()
    await leave()
  })

  test('a server that does not answer is not taken for a signed-out session', async () => {
    const { page, leave } = await visit(app, browser, 'away@example.org')
    await page.route('**/auth/me', (route) => route.abort())
    await page.reload()
    await page.getByText('The server cannot be reached').waitFor()
    assert.equal(await page.locator('#welcome').isVisible(), false)
    await leave()
  })

  test('on a phone the marks lie on what they mark, however far the picture is scrolled', async () => {
    const { page, leave } = await visit(app, browser, 'phone@example.org', PHONE)
    await choose(page, 'tall.jpg', await picture({ width: 300, height: 1500 }))
    await page.getByLabel('Shop').waitFor()
    const image = page.locator('.picture img')
    await page.waitForFunction('document.querySelector(".picture img").naturalHeight === 1500')
    const frame = await page.locator('.picture').boundingBox()
    const whole = await image.boundingBox()
    assert.ok(frame && whole && whole.height > 2 * frame.height, 'only a part is in sight')
    const line = LINES.findIndex((text) => text.startsWith('TOTAL'))
    const expected = pageOf(LINES).lines[line]?.box ?? assert.fail()
    const isRight = async () => {
      // Both at one moment.
      const [on, mark] = await page.evaluate<[Rectangle, Rectangle]>(
        `['.picture img', '.found[data-field=totalSen]']
          .map((part) => document.querySelector(part).getBoundingClientRect().toJSON())`,
      )
      assert.ok(Math.abs(mark.y - (on.y + expected.top * on.height)) < 3, `${mark.y}, picture from ${on.y}`)
      assert.ok(mark.height <= expected.height * on.height + 1)
    }
    await isRight()
    await page.getByLabel('Total (RM)').focus()
    await page.waitForFunction('document.querySelector(".picture").scrollTop > 0')
    await isRight()
    await leave()
  })

  test('the list shows more only while there is more, each receipt once', async () => {
    const { page, client, leave } = await visit(app, browser, 'many@example.org')
    const more = page.getByRole('button', { name: 'Show more' })
    await page.getByText('None yet.').waitFor()
    assert.equal(await more.isVisible(), false)
    for (let n = 0; n < 22; n++) {
      const body = JSON.stringify({ merchant: `Shop ${n}` })
      const headers = { 'content-type': 'application/json' }
      assert.equal((await client.fetch('/receipts', { method: 'POST', headers, body })).status, 201)
    }
    await page.reload()
    await more.click()
    await page.locator('#list li').nth(21).waitFor()
    await more.waitFor({ state: 'hidden' })
    const shops = await page.locator('#list .shop').allTextContents()
    assert.equal(new Set(shops).size, 22)
    assert.equal(shops.length, 22)
    assert.equal(await page.evaluate('document.activeElement.querySelector(".shop").textContent'), 'Shop 1')
    await leave()
  })

  test('what cannot be had is said, and not once it can', async () => {
    const { page, client, leave } = await visit(app, browser, 'offline@example.org')
    await uploaded(client)
    await page.reload()
    const row = page.locator('#list button').first()
    await row.waitFor()
    await page.route(/\/receipts[/?]/, (route) => route.abort())
    const trouble = page.locator('#list-trouble')
    await row.click()
    await trouble.getByText('The server cannot be reached').waitFor()
    await page.getByLabel('Search receipts').fill('kedai')
    await trouble.getByText('The server cannot be reached').waitFor()
    await page.unroute(/\/receipts[/?]/)
    await row.click()
    await page.getByLabel('Shop').waitFor()
    assert.equal(await trouble.isVisible(), false)
    assert.equal(await focused(page), 'receipt')
    await leave()
  })

  test('an upload that ends leaves the form alone in which somebody types', async () => {
    const { page, leave } = await visit(app, browser, 'typing@example.org')
    await choose(page)
    await page.getByLabel('Shop').fill('HALF TYP')
    await choose(page, 'second.jpg')
    await page.locator('#list li').nth(1).waitFor()
    assert.equal(await page.getByLabel('Shop').inputValue(), 'HALF TYP')
    page.once('dialog', (dialog) => void dialog.dismiss())
    await page.locator('#list button').first().click()
    assert.equal(await page.getByLabel('Shop').inputValue(), 'HALF TYP')
    await leave()
  })

  test('every file has a link to its original, a PDF too', async () => {
    const { page, client, leave } = await visit(app, browser, 'original@example.org')
    const receipt = await uploaded(client, makePdf([{ lines: LINES }]))
    await page.goto(`${app.url}/#${receipt.id}`)
    await page.reload()
    const link = page.getByRole('link', { name: 'Open the original' })
    await link.waitFor()
    const href = `/receipts/${receipt.id}/file?file=${receipt.files[0].id}`
    assert.deepEqual(
      [await link.getAttribute('href'), await link.getAttribute('target'), await link.getAttribute('rel')],
      [href, '_blank', 'noopener'],
    )
    assert.equal((await client.fetch(href)).headers.get('content-type'), 'application/pdf')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download the original' }).click()
    assert.equal((await download).suggestedFilename(), `${receipt.id}.pdf`)
    await leave()
  })

  test('an e-invoice is shown as one, unverified, with its file to save', async () => {
    const { page, client, leave } = await visit(app, browser, 'einvoice@example.org')
    await uploaded(client, einvoiceXml())
    const receipt = await uploaded(client, wrapped(einvoiceXml()))
    await page.goto(`${app.url}/#${receipt.id}`)
    await page.reload()
    await page.getByText('Its signature was not checked with LHDN.').waitFor()
    await page.getByText('the same e-invoice').waitFor()
    await page.getByText('from the e-invoice').first().waitFor()
    assert.equal(await page.locator('.picture').count(), 0)
    const link = page.getByRole('link', { name: 'See it at MyInvois' })
    assert.deepEqual(
      [await link.getAttribute('href'), await link.getAttribute('rel')],
      [
        `https://myinvois.hasil.gov.my/${receipt.einvoice.uuid}/share/${receipt.einvoice.longId}`,
        'noopener noreferrer',
      ],
    )
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download the original' }).click()
    assert.equal((await download).suggestedFilename(), `${receipt.id}.json`)
    await leave()
  })
})

test('an upload works over plain http on a network at home, where browsers withhold what is for secure pages', async () => {
  const app = await startApp({
    env: { PUBLIC_URL: 'http://tracker.test' },
    overrides: { reader: createScriptedReader().reader },
  })
  // Leads every name to the app, as the name server at home would.
  const proxy = createServer((from, to) => {
    const { pathname, search } = new URL(from.url ?? '')
    const { method = 'GET', headers } = from
    const onward = request(new URL(pathname + search, app.socket), { method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(to)
    })
    from.pipe(onward)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const browser = await launchChromium()
  try {
    const server = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const { page, leave } = await visit(app, browser, 'home@example.org', { proxy: { server } })
    assert.equal(await page.evaluate('isSecureContext'), false)
    await choose(page)
    await page.getByLabel('Shop').waitFor()
    await leave()
  } finally {
    await browser.close()
    proxy.closeAllConnections()
    proxy.close()
    await app.close()
  }
})
