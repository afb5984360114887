import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered } from '../support/claims.ts'
import { changed, isProblem, type Receipt } from '../support/receipts.ts'

describe('an export of chosen receipts', () => {
  let app: TestApp
  let ana: Client
  let ben: Client
  let books: Receipt
  let open: Receipt
  let trashed: Receipt
  let undated: Receipt
  before(async () => {
    app = await startApp({ clock: { now: () => new Date('2026-03-19T20:00:00Z') } })
    ana = await signUp(app, 'ana@example.org')
    ben = await signUp(app, 'ben@example.org')
    books = await claimed(
      ana,
      { merchant: '=POPULAR', date: '2025-03-14', totalSen: 31_245, receiptNumber: '0048213' },
      [
        { relief: 'lifestyle-books', sen: 20_005, person: 'child' },
        { relief: null, sen: 1_240 },
      ],
    )
    open = await entered(ana, { merchant: 'BELUM DISAHKAN', date: '2026-01-01', totalSen: 999 })
    trashed = await changed(ana, await entered(ana, { merchant: 'DIBUANG', date: '2017-01-01' }), {
      method: 'DELETE',
    })
    undated = await entered(ana, { merchant: 'TANPA TARIKH', date: null, totalSen: 500 })
  })
  after(() => app.close())

  const ask = (body: object, client = ana) =>
    client.fetch('/receipts/export', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  async function downloaded(body: object) {
    const response = await ask(body)
    const bytes = Buffer.from(await response.arrayBuffer())
    assert.equal(response.status, 200, String(bytes))
    return { response, bytes }
  }

  const ids = () => [undated, books, open, trashed].map(({ id }) => id)

  test('CSV has the parts of each, in the order asked for, with its state', async () => {
    const { response, bytes } = await downloaded({ ids: ids(), format: 'csv' })
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.equal(
      response.headers.get('content-disposition'),
      'attachment; filename="receipts-2026-03-20.csv"',
    )
    assert.equal(response.headers.get('cache-control'), 'private, no-store')
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[]
    assert.deepEqual(
      rows.map((row) => [
        row.Day,
        row.Merchant,
        row['Receipt number'],
        row['Amount (RM)'],
        row.Counts,
        row['Form item'],
      ]),
      [
        ['', 'TANPA TARIKH', '', '5.00', 'not confirmed', ''],
        ['2025-03-14', "'=POPULAR", "'0048213", '200.05', 'counts', 'G9(i)'],
        ['2025-03-14', "'=POPULAR", "'0048213", '12.40', 'does not count', ''],
        ['2025-03-14', "'=POPULAR", "'0048213", '100.00', 'not decided', ''],
        ['2026-01-01', 'BELUM DISAHKAN', '', '9.99', 'not confirmed', ''],
        ['2017-01-01', 'DIBUANG', '', '100.00', 'in the trash', ''],
      ],
    )
  })

  test('a workbook has text as text, in the language asked for', async () => {
    const { response, bytes } = await downloaded({ ids: ids(), format: 'xlsx', language: 'ms' })
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="resit-2026-03-20.xlsx"')
    const [sheet, ...others] = await readWorkbook(bytes)
    assert.deepEqual([sheet?.sheet, others], ['Resit', []])
    const [titles, , row] = sheet?.data ?? []
    assert.equal(titles?.[1], 'Peniaga')
    assert.deepEqual(row?.slice(1, 3), ['=POPULAR', '0048213'])
    assert.equal(row?.[6], 'dikira')
  })

  test('has one’s own receipts only: any other id is 404, and no id is named', async () => {
    for (const [client, wanted] of [
      [ben, [books.id]],
      [ana, [books.id, crypto.randomUUID()]],
    ] as const) {
      const response = await ask({ ids: wanted, format: 'csv' }, client)
      const text = await response.clone().text()
      await isProblem(response, 404, 'not_found')
      for (const id of wanted) assert.ok(!text.includes(id))
    }
    assert.equal((await ask({ ids: [books.id], format: 'csv' })).status, 200)
  })

  test('refuses none, too many, and other formats', async () => {
    const many = Array.from({ length: 501 }, () => crypto.randomUUID())
    for (const body of [{ ids: [] }, { ids: many }, { ids: ['x'] }, { ids: [books.id], format: 'pdf' }]) {
      await isProblem(await ask({ format: 'csv', ...body }), 400, 'validation_failed')
    }
  })
})
