import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered } from '../support/claims.ts'
import { einvoiceXml } from '../support/einvoices.ts'
import { describedSchema } from '../support/openapi.ts'
import { changed, createScriptedReader, get, isProblem, type Receipt, uploaded } from '../support/receipts.ts'

describe('GET /receipts', () => {
  let app: TestApp
  let ana: Client
  const ids: Record<string, string> = {}

  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
    const entries: [string, Record<string, unknown>][] = [
      ['book', { merchant: 'POPULAR BOOK', date: '2026-01-10', totalSen: 1000 }],
      ['gym', { merchant: 'GYM KUALA', date: '2025-05-05', totalSen: 2000, note: 'Yuran bulanan' }],
      ['clinic', { merchant: 'KLINIK KUALA', date: '2026-01-03', totalSen: 3000 }],
      ['undated', { merchant: 'SIAPA TAHU' }],
    ]
    for (const [name, values] of entries) {
      const init = {
        method: 'POST',
        body: JSON.stringify(values),
        headers: { 'content-type': 'application/json' },
      }
      const receipt = (await (await ana.fetch('/receipts', init)).json()) as Receipt
      ids[name] = receipt.id
      if (name === 'clinic') await changed(ana, receipt, { path: '/confirm' })
    }
  })
  after(() => app.close())

  const names = async (query: string) => {
    const { receipts } = await get(ana, `/receipts${query}`)
    return receipts.map((row) => Object.keys(ids).find((name) => ids[name] === row.id))
  }

  test('lists newest first, and by day within a year', async () => {
    assert.deepEqual(await names(''), ['undated', 'clinic', 'gym', 'book'])
    assert.deepEqual(await names('?yearOfAssessment=2026'), ['book', 'clinic'])
    assert.deepEqual(await names('?yearOfAssessment=none'), ['undated'])
    assert.deepEqual(await names('?yearOfAssessment=2020'), [])
  })

  test('filters by status and by words, together with the year', async () => {
    assert.deepEqual(await names('?status=confirmed'), ['clinic'])
    assert.deepEqual(await names('?text=kuala'), ['clinic', 'gym'])
    assert.deepEqual(await names('?text=YURAN%20gym'), ['gym'])
    assert.deepEqual(await names('?text=kuala&yearOfAssessment=2026'), ['clinic'])
    assert.deepEqual(await names('?text=%22%20OR%20*'), [])
    assert.deepEqual(await names('?text=kuala%00gym'), ['gym'])
  })

  test('goes on page by page with an opaque cursor', async () => {
    const seen: string[] = []
    let query = '?limit=1'
    for (;;) {
      const page = await get(ana, `/receipts${query}`)
      seen.push(...page.receipts.map((row) => row.id))
      if (page.nextCursor === null) break
      query = `?limit=1&cursor=${page.nextCursor}`
    }
    assert.deepEqual(
      seen,
      ['undated', 'clinic', 'gym', 'book'].map((name) => ids[name]),
    )
  })

  test('a row is small, whatever the receipt holds', async () => {
    const long = {
      merchant: '店'.repeat(120),
      date: '2026-02-02',
      totalSen: -99_999_999,
      note: 'x'.repeat(2000),
    }
    const init = {
      method: 'POST',
      body: JSON.stringify(long),
      headers: { 'content-type': 'application/json' },
    }
    const receipt = (await (await ana.fetch('/receipts', init)).json()) as Receipt
    assert.equal(receipt.merchant, long.merchant)
    const [row] = (await get(ana, '/receipts?limit=1')).receipts
    assert.equal(row.id, receipt.id)
    assert.ok(Buffer.byteLength(JSON.stringify(row)) <= 700)
  })

  // Rows are sent as they are stored, without the serializer that holds other answers to their schema.
  test('rows of every kind satisfy the documented schema', async () => {
    const client = await signUp(app, 'rows@example.org')
    await uploaded(client)
    await uploaded(client, einvoiceXml())
    const line = { relief: 'lifestyle-books', sen: 1000 }
    await claimed(client, { merchant: 'POPULAR', date: '2026-01-10', totalSen: 1000 }, [line])
    const trashed = await entered(client, {
      merchant: 'KEDAI',
      currency: 'SGD',
      totalSen: -100,
      myrSen: -340,
    })
    await changed(client, trashed, { method: 'DELETE' })

    const listed = await get(client, '/receipts')
    const inTrash = await get(client, '/receipts?trash=true')
    assert.equal(listed.receipts.length, 3)
    assert.equal(inTrash.receipts.length, 1)
    const schema = await describedSchema(app, 'ReceiptList')
    for (const list of [listed, inTrash]) assert.deepEqual(schema.safeParse(list).error?.issues, undefined)
    const { merchant, ...withoutMerchant } = listed.receipts[0]
    assert.equal(schema.safeParse({ ...listed, receipts: [withoutMerchant] }).success, false)
  })

  test('refuses what it cannot understand', async () => {
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'status=lost',
      'status=receiving',
      'trash=perhaps',
    ]) {
      await isProblem(await ana.fetch(`/receipts?${query}`), 400, 'validation_failed')
    }
    await isProblem(await ana.fetch('/receipts?yearOfAssessment=26'), 400, 'validation_failed')
    for (const cursor of ['x', 'e30', Buffer.from('{"day":1,"id":2}').toString('base64url')]) {
      await isProblem(await ana.fetch(`/receipts?cursor=${cursor}`), 400, 'bad_request')
    }
  })
})
