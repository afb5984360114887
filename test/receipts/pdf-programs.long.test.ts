import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { assertBoxesHoldInk } from '../support/ink.ts'
import { projectRoot } from '../support/project-root.ts'
import { fileForm, get, uploaded } from '../support/receipts.ts'
import { createTextLayerReader } from '../support/text-layer-reader.ts'
import { type KeptPdf, keepEverywhere } from '../support/walk-account.ts'

const FOLDER = join(projectRoot, 'test/recorded/pdf')

/** The page as shown, in whole points, and how far it is turned to be upright. */
const SHOWN: Record<string, [width: number, height: number, turned?: number]> = {
  'cairo-roll-80mm.pdf': [227, 2268],
  'cairo-sideways.pdf': [595, 842, 270],
  'chromium-a4.pdf': [596, 843],
  'chromium-letter-landscape.pdf': [792, 612],
  'chromium-roll-80mm.pdf': [227, 2042],
  'ghostscript-rotate.pdf': [842, 595],
  'libreoffice-a5-landscape.pdf': [595, 420],
  'libreoffice-letter.pdf': [612, 792],
  'pdfkit-a4.pdf': [595, 842],
  'pdfkit-legal.pdf': [612, 1008],
  'pdfkit-letter.pdf': [612, 792],
  'qpdf-cropbox.pdf': [330, 301],
  'qpdf-object-streams.pdf': [612, 792],
  'qpdf-owner-password.pdf': [612, 792],
  'qpdf-rotate-90.pdf': [595, 420],
  'qpdf-rotate-180.pdf': [420, 595],
  'qpdf-rotate-270.pdf': [595, 420],
  'qpdf-shown-sideways.pdf': [595, 420, 270],
  'qpdf-userunit.pdf': [354, 499],
  'rsvg-a5.pdf': [420, 595],
}
const OF_SEVERAL_PAGES = 'qpdf-mixed-sizes.pdf'
/** Tested in locked.heavy.test.ts. */
const LOCKED = 'qpdf-user-password.pdf'

const bytesOf = (name: string) => readFile(join(FOLDER, name))

describe('PDFs as other programs write them', () => {
  let app: TestApp
  let ana: Client
  const kept = new Map<string, KeptPdf>()
  before(async () => {
    app = await startApp({
      clock: { now: () => new Date('2026-04-01T04:00:00Z') },
      overrides: { reader: createTextLayerReader() },
    })
    const names = Object.keys(SHOWN)
    const results = await keepEverywhere(app, 'all@example.org', await Promise.all(names.map(bytesOf)))
    for (const [index, result] of results.entries()) kept.set(names[index] ?? '', result)
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('every recorded file is expected to be read', async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.pdf'))
    assert.deepEqual(names.sort(), [...Object.keys(SHOWN), OF_SEVERAL_PAGES, LOCKED].sort())
  })

  for (const [name, [width, height, turned = 0]] of Object.entries(SHOWN))
    test(`${name} is read, with each line where the page shows it`, async () => {
      const { receipt, page, preview } = kept.get(name) as KeptPdf
      const { merchant, date, totalSen, receiptNumber } = receipt
      assert.deepEqual(
        { merchant, date, totalSen, receiptNumber },
        {
          merchant: 'KEDAI BUKU CONTOH SDN BHD',
          date: '2026-03-14',
          totalSen: 8640,
          receiptNumber: 'PDF-2042',
        },
      )
      for (const file of receipt.files) assert.deepEqual([file.width, file.height], [width, height])
      assert.equal(receipt.files[0].turned, turned)
      assert.deepEqual([page.width, page.height], turned ? [height, width] : [width, height])
      await assertBoxesHoldInk(preview, page)
      const total = page.lines.find((line) => line.text.endsWith('86.40'))
      const { box } = receipt.evidence.totalSen
      assert.ok(total)
      // Stored to a thousandth of the page.
      for (const side of ['left', 'top', 'width', 'height'] as const)
        assert.ok(Math.abs(box[side] - total.box[side]) <= 0.000_501, side)
    })

  test('pages of different sizes are one receipt, each shown in its own size', async () => {
    const { id, date, totalSen, files } = await uploaded(ana, await bytesOf('qpdf-mixed-sizes.pdf'))
    assert.deepEqual([date, totalSen, files[0].pages], ['2026-03-14', 8640, 3])
    const { pages } = await get(ana, `/receipts/${id}/text`)
    assert.deepEqual(
      pages.map(({ page, width, height }) => [page, width, height]),
      [
        [1, 595, 842],
        [2, 227, 2268],
        [3, 612, 792],
      ],
    )
    for (const page of pages) {
      const response = await ana.fetch(`/receipts/${id}/file?size=preview&page=${page.page}`)
      await assertBoxesHoldInk(new Uint8Array(await response.arrayBuffer()), page)
    }
  })

  test('a statement may have pages of different sizes', async () => {
    const body = fileForm(await bytesOf('qpdf-mixed-sizes.pdf'), 'statement.pdf')
    const path = '/tax-years/2025/taxpayer/statements'
    const response = await ana.fetch(`${path}?kind=ea-form`, { method: 'POST', body })
    assert.equal(response.status, 201)
    const [{ file }] = (await get(ana, path)).statements
    assert.deepEqual([file.pages, file.width, file.height], [3, 595, 842])
  })
})
