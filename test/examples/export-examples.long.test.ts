import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed } from '../support/claims.ts'
import { pdfPages } from '../support/pdf-pages.ts'
import { changed, createScriptedReader, get, type Receipt, uploaded } from '../support/receipts.ts'
import { unzipped } from '../support/unzip.ts'

const NOTICE = {
  en: 'Contains 10 made-up example receipts: do not file these amounts.',
  ms: 'Mengandungi 10 resit contoh rekaan: jangan failkan amaun ini.',
}

describe('exports of a year with example receipts', () => {
  let app: TestApp
  let ana: Client
  let own: Receipt
  let example: Receipt
  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
    const allocations = [{ relief: 'lifestyle-books', sen: 2500 }]
    const confirm = (receipt: Receipt) =>
      changed(ana, receipt, {
        path: '/confirm',
        body: { allocations },
        headers: { 'content-type': 'application/json' },
      })
    own = await confirm(await uploaded(ana))
    const added = await ana.fetch('/me/examples', { method: 'POST' })
    const { receipts } = (await added.json()) as { receipts: string[] }
    await Promise.all(receipts.map((id) => app.drainWork(id)))
    example = await confirm(await get(ana, `/receipts/${receipts[0]}`))
  })
  after(() => app.close())

  async function download(query: string) {
    const response = await ana.fetch(`/tax-years/2026/export?${query}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    assert.equal(response.status, 200, String(bytes))
    return bytes
  }

  test('the CSV marks them in the column Example', async () => {
    for (const [language, mark] of [
      ['en', 'example'],
      ['ms', 'contoh'],
    ]) {
      const [titles, ...rows] = parse(await download(`format=csv&language=${language}`), {
        bom: true,
      }) as string[][]
      assert.equal(titles?.at(-3), language === 'en' ? 'Example' : 'Contoh')
      assert.deepEqual(
        rows.map((row) => row.slice(-4, -2)),
        [
          [own.id, ''],
          [example.id, mark],
        ],
      )
    }
  })

  test('the workbook says so in its first line, and marks them', async () => {
    for (const language of ['en', 'ms'] as const) {
      const [summary, receipts, notCounted] = await readWorkbook(
        await download(`format=xlsx&language=${language}`),
      )
      assert.equal(summary?.data[0]?.[0], NOTICE[language])
      const mark = language === 'en' ? 'example' : 'contoh'
      assert.deepEqual(
        receipts?.data.slice(1).map((row) => row.slice(-4, -2)),
        [
          [own.id, null],
          [example.id, mark],
        ],
      )
      assert.deepEqual(new Set(notCounted?.data.slice(1).map((row) => row.at(-3))), new Set([mark]))
    }
  })

  test('the PDF says so in its first line', async () => {
    for (const language of ['en', 'ms'] as const) {
      const [first = ''] = await pdfPages(await download(`format=pdf&language=${language}`))
      assert.ok(first.trimStart().startsWith(NOTICE[language]), first.slice(0, 200))
    }
  })

  test('the JSON says how many there are, and which', async () => {
    const { examples, receipts } = JSON.parse(String(await download('format=json')))
    assert.equal(examples, 10)
    assert.deepEqual(
      receipts.map((receipt: Receipt) => [receipt.id, receipt.example]),
      [
        [own.id, false],
        [example.id, true],
      ],
    )
  })

  test('the audit pack leaves them out, amounts included, and its index says so', async () => {
    const files = await unzipped(await download('format=zip'))
    const byPath = new Map(files.map(({ path, content }) => [path, content]))
    assert.equal(files.filter(({ path }) => path.startsWith('receipts/')).length, 1)
    assert.match(String(byPath.get('index.html')), /10 made-up example receipts are left out\./)
    assert.ok(!String(byPath.get('index.csv')).includes(example.id))
    const [summary = ''] = await pdfPages(byPath.get('summary.pdf') ?? Buffer.alloc(0))
    assert.ok(
      summary.includes('25.00') && !summary.includes('50.00') && !summary.includes('example'),
      summary,
    )
  })

  test('an export of everything of a person marks them', async () => {
    const files = await unzipped(Buffer.from(await (await ana.fetch('/me/export')).arrayBuffer()))
    const receiptOf = ({ id }: Receipt) =>
      JSON.parse(String(files.find(({ path }) => path === `receipts/${id}/receipt.json`)?.content))
    assert.deepEqual([receiptOf(own).example, receiptOf(example).example], [false, true])
  })

  test('a year without them says nothing of examples', async () => {
    const ben = await signUp(app, 'ben@example.org')
    await claimed(ben, { date: '2026-03-14' }, 'lifestyle-books')
    const get = async (query: string) =>
      Buffer.from(await (await ben.fetch(`/tax-years/2026/export?${query}`)).arrayBuffer())
    const [summary] = await readWorkbook(await get('format=xlsx'))
    assert.equal(summary?.data[0]?.[0], 'Tax reliefs 2026')
    const [page = ''] = await pdfPages(await get('format=pdf'))
    assert.doesNotMatch(page, /example/)
    assert.equal(JSON.parse(String(await get('format=json'))).examples, 0)
  })
})
