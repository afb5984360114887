import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { makePdf } from '../support/pdf.ts'
import { createScriptedReader, get, isProblem, upload, uploaded } from '../support/receipts.ts'
import { createTextLayerReader } from '../support/text-layer-reader.ts'

const FIRST = ['HOSPITAL CONTOH SDN BHD', 'No. 1, Jalan Contoh, 50000 Kuala Lumpur', 'Date: 14/03/2026']
const MIDDLE = ['Item                 Amount', 'Laboratory 240.00', 'Ward, two nights 500.00']
const LAST = ['Room deposit 300.00', 'Total RM 1,040.00', 'Thank you for your visit']

const clock = { now: () => new Date('2026-04-01T04:00:00Z') }

/** The width and height of a picture the server sends. */
async function sizeOf(client: Client, path: string) {
  const response = await client.fetch(path)
  assert.equal(response.status, 200, path)
  const { width, height } = await sharp(new Uint8Array(await response.arrayBuffer())).metadata()
  return [width, height]
}

describe('a PDF of several pages', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ clock, overrides: { reader: createTextLayerReader() } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('is one receipt, and its values say on which page they stand', async () => {
    const receipt = await uploaded(ana, makePdf([{ lines: FIRST }, { lines: MIDDLE }, { lines: LAST }]))
    const { merchant, date, totalSen, evidence, files } = receipt
    assert.deepEqual([merchant, date, totalSen], ['HOSPITAL CONTOH SDN BHD', '2026-03-14', 104_000])
    assert.deepEqual([evidence.merchant.page, evidence.totalSen.page], [1, 3])
    assert.equal(evidence.totalSen.fileId, files[0].id)
    assert.deepEqual([files.length, files[0].pages, files[0].pageTurns], [1, 3, [0, 0, 0]])
    const { pages } = await get(ana, `/receipts/${receipt.id}/text`)
    assert.deepEqual(
      pages.map(({ page, lines }) => [page, lines.at(-1)?.text]),
      [
        [1, 'Date: 14/03/2026'],
        [2, 'Ward, two nights 500.00'],
        [3, 'Thank you for your visit'],
      ],
    )
  })

  test('of which one cannot be read keeps what the others say, and names it', async () => {
    const { files, merchant, totalSen, status } = await uploaded(
      ana,
      makePdf([{ lines: FIRST }, { lines: ['1'] }, { lines: LAST }]),
    )
    assert.deepEqual([status, merchant, totalSen], ['needs_review', 'HOSPITAL CONTOH SDN BHD', 104_000])
    assert.deepEqual([files[0].problems, files[0].unreadPages], [['unread_pages'], [2]])
  })

  test('shows each of its pages, and no page that it does not have', async () => {
    const { id } = await uploaded(ana, makePdf([{ lines: FIRST }, { lines: LAST }]))
    const path = `/receipts/${id}/file?size=preview`
    const tags = new Set<string | null>()
    for (const page of ['', '&page=2']) {
      const response = await ana.fetch(`${path}${page}`)
      tags.add(response.headers.get('etag'))
      assert.deepEqual(await sizeOf(ana, `${path}${page}`), [1411, 2000])
    }
    assert.equal(tags.size, 2)
    await isProblem(await ana.fetch(`${path}&page=3`), 404, 'not_found')
    await isProblem(await ana.fetch(`${path}&page=0`), 400, 'validation_failed')
  })

  test('may have 30 pages and not more', async () => {
    const pages = Array.from({ length: 30 }, (_, at) => ({ lines: at === 28 ? LAST : MIDDLE }))
    const { totalSen, evidence } = await uploaded(ana, makePdf([{ lines: FIRST }, ...pages.slice(1)]))
    assert.deepEqual([totalSen, evidence.totalSen.page], [104_000, 29])
    const kept = await get(ana, '/receipts')
    await isProblem(await upload(ana, makePdf([{ lines: FIRST }, ...pages])), 422, 'too_many_pages')
    assert.equal((await get(ana, '/receipts')).receipts.length, kept.receipts.length)
  })
})

describe('pictures of several pages and of several frames', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ clock, overrides: { reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  /** Pages below each other, as sharp takes and writes them. */
  const stacked = (pages: number, height: number) =>
    sharp(Buffer.alloc(300 * height * pages * 3, 200), {
      raw: { width: 300, height: height * pages, channels: 3, pageHeight: height },
    })

  test('a TIFF has pages, which are shown one by one', async () => {
    const { id, files } = await uploaded(ana, await stacked(3, 400).tiff().toBuffer())
    assert.deepEqual([files[0].type, files[0].pages, files[0].height], ['image/tiff', 3, 400])
    assert.deepEqual(await sizeOf(ana, `/receipts/${id}/file?size=preview&page=3`), [300, 400])
  })

  for (const [type, write] of [
    ['image/webp', () => stacked(3, 400).webp().toBuffer()],
    ['image/gif', () => stacked(3, 400).gif().toBuffer()],
    ['image/avif', () => stacked(1, 400).avif().toBuffer()],
  ] as const)
    test(`of ${type} the first frame is the page`, async () => {
      const { id, files } = await uploaded(ana, await write())
      assert.deepEqual([files[0].type, files[0].pages, files[0].height], [type, 1, 400])
      assert.deepEqual(await sizeOf(ana, `/receipts/${id}/file?size=preview`), [300, 400])
      const original = await ana.fetch(`/receipts/${id}/file`)
      assert.equal(original.headers.get('content-type'), type)
    })
})

test('each page is opened on its own, and every page of a TIFF is a picture to read', async () => {
  const tiff = await sharp(Buffer.alloc(300 * 800, 90), {
    raw: { width: 300, height: 800, channels: 1, pageHeight: 400 },
  })
    .tiff()
    .toBuffer()
  await using folder = await temporaryFolder()
  const path = folder.in('pages.tiff')
  await writeFile(path, tiff)
  for (const page of [1, 2]) {
    const { pages, content } = await createPageToolsHere().render(path, { page })
    assert.equal(pages, 2)
    assert.ok(!('text' in content))
    assert.deepEqual([content.picture.width, content.picture.height], [300, 400])
  }
})
