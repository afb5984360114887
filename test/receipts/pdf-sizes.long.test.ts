import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { asyncProperty, integer, tuple } from 'fast-check'
import type { Problem, Receipt } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { checkAsync } from '../support/arbitraries/check.ts'
import { anyFrame, anyNumber } from '../support/arbitraries/pdf-frame.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { assertBoxesHoldInk } from '../support/ink.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { assemble, makePdf } from '../support/pdf.ts'
import { framedPdf, shownSize } from '../support/pdf-frame.ts'
import { createScriptedReader, get, isProblem, picture, upload, uploaded } from '../support/receipts.ts'
import { createTextLayerReader } from '../support/text-layer-reader.ts'

const LINES = ['KEDAI BUKU CONTOH SDN BHD', 'Date: 14/03/2026', 'TOTAL RM 86.40', 'CASH RM 100.00']
const HIDDEN = 'HIDDEN'
/** Uploads by one person that no rate limit stops. */
const MOST_UPLOADS = 40

/** A new person for every few uploads. */
function createCrowd(app: TestApp) {
  let uploads = 0
  let person: Client | undefined
  return async function someone(): Promise<Client> {
    const number = uploads++ / MOST_UPLOADS
    if (!person || Number.isInteger(number)) person = await signUp(app, `${number}@example.org`)
    return person
  }
}

const clock = { now: () => new Date('2026-04-01T04:00:00Z') }

describe('a PDF page of any size', () => {
  let app: TestApp
  let someone: ReturnType<typeof createCrowd>
  before(async () => {
    app = await startApp({ clock, overrides: { reader: createTextLayerReader() } })
    someone = createCrowd(app)
  })
  after(() => app.close())

  test('is read where the page shows it, whichever way it is cropped and turned', async () => {
    const isRead = asyncProperty(anyFrame, async (frame) => {
      const ana = await someone()
      const receipt = await uploaded(ana, framedPdf(frame, LINES, HIDDEN))
      assert.deepEqual([receipt.date, receipt.totalSen], ['2026-03-14', 8640])
      const [file] = receipt.files
      for (const [index, exact] of shownSize(frame).entries()) {
        const side = [file.width, file.height][index] ?? 0
        assert.ok(
          Number.isInteger(side) && side >= 1 && Math.abs(side - exact) < 0.51,
          `${side} for ${exact}`,
        )
      }
      const [page] = (await get(ana, `/receipts/${receipt.id}/text`)).pages
      assert.deepEqual(
        page.lines.map((line) => line.text),
        LINES,
      )
      assert.equal(file.turned, frame.turned)
      const preview = await ana.fetch(`/receipts/${receipt.id}/file?size=preview`)
      await assertBoxesHoldInk(new Uint8Array(await preview.arrayBuffer()), page)
    })
    await checkAsync(isRead, 15)
  })
})

describe('a PDF page whose boxes are nonsense', () => {
  let app: TestApp
  let someone: ReturnType<typeof createCrowd>
  before(async () => {
    app = await startApp({ clock, overrides: { reader: createScriptedReader().reader } })
    someone = createCrowd(app)
  })
  after(() => app.close())

  /** A page with these entries, as they are. */
  const pageOf = (entries: string) =>
    assemble([
      Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
      Buffer.from('<< /Type /Pages /Count 1 /Kids [3 0 R] >>'),
      Buffer.from(`<< /Type /Page /Parent 2 0 R ${entries} >>`),
    ])

  test('is kept with a size that can be stored, or refused with its reason', async () => {
    const corner = tuple(anyNumber, anyNumber, anyNumber, anyNumber)
    const isHandled = asyncProperty(
      corner,
      corner,
      anyNumber,
      integer({ min: 2, max: 4 }),
      async (...given) => {
        const [media, crop, rotate, count] = given
        const entries = `/MediaBox [${media.slice(0, count).join(' ')}] /CropBox [${crop.join(' ')}] /Rotate ${rotate}`
        const ana = await someone()
        const response = await upload(ana, pageOf(entries))
        const answer = (await response.json()) as Receipt & Pick<Problem, 'code'>
        if (response.status === 422) {
          assert.ok(['file_damaged', 'too_many_pixels'].includes(answer.code), JSON.stringify(answer))
          return
        }
        assert.equal(response.status, 201, JSON.stringify(answer))
        const [file] = (await get(ana, `/receipts/${answer.id}`)).files
        for (const side of [file.width, file.height])
          assert.ok(Number.isInteger(side) && side >= 1 && side <= 50_000, entries)
        const thumbnail = await ana.fetch(`/receipts/${answer.id}/file?size=thumbnail`)
        assert.equal(thumbnail.status, 200, entries)
      },
    )
    await checkAsync(isHandled, 60)
  })

  for (const [what, entries, code] of [
    ['nothing of which is shown', '/MediaBox [0 0 595 842] /CropBox [1000 1000 1200 1200]', 'file_damaged'],
    ['narrower than a point', '/MediaBox [0 0 0.4 842]', 'file_damaged'],
    ['longer than any paper', '/MediaBox [0 0 595 50001]', 'too_many_pixels'],
  ] as const)
    test(`is refused when it is ${what}, and nothing is kept`, async () => {
      const ana = await someone()
      const before = (await get(ana, '/receipts?limit=100')).receipts.length
      await isProblem(await upload(ana, pageOf(entries)), 422, code)
      assert.equal((await get(ana, '/receipts?limit=100')).receipts.length, before)
    })
})

describe('a scanned till roll', () => {
  test('is rendered wide enough to be read and within the limits of a picture', async () => {
    const jpeg = await picture({ width: 400, height: 4000 })
    await using folder = await temporaryFolder()
    for (const height of [600, 2000, 14_400]) {
      const path = folder.in(`${height}.pdf`)
      await writeFile(path, makePdf([{ jpeg, pixels: [400, 4000], size: [226.8, height] }]))
      const { content } = await createPageToolsHere().render(path)
      assert.ok(!('text' in content))
      const page = content.picture
      assert.ok(page.width * page.height <= 16_000_000 && page.height <= 50_000)
      // 200 dpi, as long as the limit allows it.
      assert.ok(page.width >= Math.min(1200, Math.sqrt((16_000_000 * 226.8) / height) - 1), `${page.width}`)
      assert.ok(Math.abs(page.width / page.height / (226.8 / height) - 1) < 0.02)
    }
  })
})
